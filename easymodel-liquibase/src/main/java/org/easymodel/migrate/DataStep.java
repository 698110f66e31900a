package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.ReservedWords;

/**
 * SQL over rows that a revision runs after what it adds and before what it requires or drops: new tables and columns are
 * there already, old ones are there still, and a column that must have a value from now on may still be empty. Immutable.
 *
 * <pre>{@code
 * DataStep.of("UPDATE USERS SET FULL_NAME = FIRST_NAME || ' ' || LAST_NAME;")
 * }</pre>
 *
 * <p>The statements run as they are written, in one transaction. They see the names of the revision's end, except what it
 * drops.
 *
 * <p>What SQL cannot say is a class: {@code DataStep.ofClass("com.shop.FullNames")}, a {@link JavaDataStep}.
 *
 * @param parts the statements, in order; none if it is a class
 * @param type the name of the class
 */
public record DataStep(List<Part> parts, Optional<String> type) {

    private static final Pattern TYPE = Pattern.compile("([\\p{L}_$][\\p{L}\\p{N}_$]*\\.)*[\\p{L}_$][\\p{L}\\p{N}_$]*");

    /** The databases for which statements can be written, by the names that changelogs use. */
    private static final List<String> DATABASES = Arrays.stream(ReservedWords.values())
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .sorted()
            .toList();

    /**
     * Statements for some databases.
     *
     * @param databases {@code derby}, {@code h2} or {@code postgresql}; empty for all
     * @param statements what runs, without end marks
     * @param back what takes that back; empty if the rows may stay as they are
     */
    public record Part(List<String> databases, List<String> statements, List<String> back) {

        public Part {
            databases = List.copyOf(databases);
            statements = List.copyOf(statements);
            back = List.copyOf(back);
            databases.stream()
                    .filter(name -> !DATABASES.contains(name))
                    .findFirst()
                    .ifPresent(name -> {
                        throw DataProblems.unknownDatabase(name, DATABASES);
                    });
        }

        private boolean isFor(String database) {
            return databases.isEmpty() || databases.contains(database);
        }
    }

    /** A step of statements. */
    public DataStep(List<Part> parts) {
        this(parts, Optional.empty());
    }

    public DataStep {
        parts = List.copyOf(parts);
        if (type.isEmpty() && parts.stream().allMatch(part -> part.statements().isEmpty())) {
            throw DataProblems.noStatement();
        }
        boolean misread = parts.stream()
                .flatMap(part -> Stream.of(part.statements(), part.back()))
                .flatMap(List::stream)
                .flatMap(String::lines)
                .anyMatch(line -> line.strip().startsWith("--"));
        if (misread) {
            throw DataProblems.commentWithin();
        }
    }

    /**
     * A step from a script: statements that end with semicolons. A line {@code -- database: postgresql} says for which
     * databases the statements below it are, {@code -- database: all} for all again; below a line {@code -- back} stand the
     * statements that take back those above it. Other comments are left out.
     *
     * @param script the script
     * @throws org.easymodel.failure.InvalidRequestException if it holds no statement, or names another database
     */
    public static DataStep of(String script) {
        return new DataStep(DataScript.parts(script));
    }

    /**
     * A step in Java.
     *
     * @param type the name of a {@link JavaDataStep}, with its package; the class need not be there yet
     * @throws org.easymodel.failure.InvalidRequestException if that is no name of a class
     */
    public static DataStep ofClass(String type) {
        if (!TYPE.matcher(type.strip()).matches()) {
            throw DataProblems.noClassName(type);
        }
        return new DataStep(List.of(), Optional.of(type.strip()));
    }

    /** What runs on a database; nothing if the step is for others. */
    public List<String> statements(String database) {
        return on(database, Part::statements);
    }

    /** What takes the step back on a database; nothing if the rows stay as they are. */
    public List<String> back(String database) {
        return on(database, Part::back);
    }

    private List<String> on(String database, Function<Part, List<String>> which) {
        return parts.stream()
                .filter(part -> part.isFor(database))
                .flatMap(part -> which.apply(part).stream())
                .toList();
    }

    /** Whether anything is said of how to take it back. */
    public boolean hasWayBack() {
        return parts.stream().anyMatch(part -> !part.back().isEmpty());
    }

    /** The step that takes this one back; only if there is a way back. */
    DataStep reversed() {
        List<Part> reversed = new ArrayList<>(parts);
        Collections.reverse(reversed);
        return new DataStep(reversed.stream()
                .map(part -> new Part(part.databases(), part.back(), part.statements()))
                .toList());
    }

    /** The whole step as a script. */
    String script() {
        return parts.stream()
                .map(part -> "-- database: "
                        + (part.databases().isEmpty() ? "all" : String.join(", ", part.databases())) + "\n"
                        + part.statements().stream().map(each -> each + ";\n").collect(Collectors.joining())
                        + (part.back().isEmpty() ? "" : "-- back\n")
                        + part.back().stream().map(each -> each + ";\n").collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
