package org.easymodel.eclipselink;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.failure.EasyModelException;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.exceptions.ValidationException;

/**
 * Makes our exceptions of what EclipseLink throws when it opens a unit. What drivers say, and what EclipseLink says about
 * drivers, may hold a URL with credentials, so it stays in the cause.
 */
public final class FailedDeployment {

    private static final Set<String> UNREACHABLE = Set.of("57P01", "57P03", "90067", "XJ040");

    private static final Pattern BRACKETS = Pattern.compile("\\[(java:[^\\]]*|jdbc/[^\\]]*)]");

    private FailedDeployment() {}

    /** What a deployment that failed means to the user: a failure of ours in its causes, else by what the causes say. */
    public static EasyModelException failure(String unit, Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        Optional<EasyModelException> ours = first(chain, EasyModelException.class);
        if (ours.isPresent()) {
            return ours.get();
        }
        Optional<EclipseLinkException> known = first(chain, EclipseLinkException.class);
        int code = known.map(EclipseLinkException::getErrorCode).orElse(0);
        if (code == ValidationException.CANNOT_ACQUIRE_DATA_SOURCE) {
            return Problems.noDataSource(unit, inBrackets(known.orElseThrow().getMessage()), thrown);
        }
        if (code == DatabaseException.UNABLE_TO_ACQUIRE_CONNECTION_FROM_DRIVER) {
            return Problems.noDatabase(unit, thrown);
        }
        return first(chain, SQLException.class)
                .map(cause -> ofDatabase(unit, thrown, cause))
                .orElseGet(() -> Problems.unitFailed(unit, thrown));
    }

    private static EasyModelException ofDatabase(String unit, Throwable thrown, SQLException cause) {
        String state = cause.getSQLState() == null ? "" : cause.getSQLState();
        if (cause.getMessage() != null && cause.getMessage().startsWith("No suitable driver")) {
            return Problems.noDatabase(unit, thrown);
        }
        if (state.startsWith("28")) {
            return Problems.loginRefused(unit, thrown);
        }
        if (state.startsWith("08") || UNREACHABLE.contains(state)) {
            return Problems.unreachable(unit, thrown);
        }
        return Problems.databaseFailed(unit, state, thrown);
    }

    /** EclipseLink tells the name of the data source in its text only. */
    private static String inBrackets(String text) {
        Matcher matcher = BRACKETS.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static <T> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    private static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && !chain.contains(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }
}
