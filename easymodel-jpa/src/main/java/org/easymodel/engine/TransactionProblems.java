package org.easymodel.engine;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RejectedException;
import org.easymodel.failure.RolledBackException;

/** The messages of transactions: 23xx. */
final class TransactionProblems {

    private TransactionProblems() {}

    static InvalidRequestException late(String place) {
        return new InvalidRequestException(new Problem(
                "EM-2302",
                place,
                "the transaction has ended; what is started afterwards does not belong to it.",
                "Chain everything to the stage that the function returns."));
    }

    static InvalidRequestException startedInside(String place) {
        return new InvalidRequestException(new Problem(
                "EM-2277",
                place,
                "an asynchronous verb was started by a thread that has a transaction, and is no part of it: it does not see what"
                        + " that has written, stays when that is rolled back, and waits for its locks.",
                "Use blocking() to take part, or an asynchronous transaction(...) around both;"
                        + " easymodel.async.in-transaction=allow says that it is meant."));
    }

    static ConfigurationException noRule(String setting) {
        return new ConfigurationException(new Problem(
                "EM-2278",
                "setting " + setting,
                "this is none of allow, warn and refuse.",
                "Set one of them, or leave it out for warn."));
    }

    static RolledBackException tooLate(String place, Duration timeout) {
        return new RolledBackException(new Problem(
                "EM-2303",
                place,
                "the transaction was rolled back: it had not ended after " + seconds(timeout) + ".",
                "Shorten it, give it more time, or raise easymodel.transaction.timeout (seconds)."));
    }

    private static String seconds(Duration timeout) {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
    }

    static RolledBackException rolledBack(String place, Throwable first) {
        return new RolledBackException(
                List.of(new Problem(
                        "EM-2304",
                        place,
                        "the transaction was rolled back, since something in it had failed before: "
                                + (first instanceof EasyModelException
                                        ? first.getMessage()
                                        : first.getClass().getName() + "."),
                        "A failure that the database has seen cannot be handled inside of the transaction; repeat all of"
                                + " it.")),
                first);
    }

    static RolledBackException onRequest(String place) {
        return new RolledBackException(
                new Problem("EM-2305", place, "the transaction was rolled back, as setRollbackOnly() asked for.", ""));
    }

    static RejectedException noSecondConnection(String place) {
        return new RejectedException(new Problem(
                "EM-2306",
                place,
                "a transaction holds the only connection of the pool.",
                "Use the repository of the transaction, or give the pool two connections."));
    }

    static InvalidRequestException noStage(String place) {
        return new InvalidRequestException(new Problem(
                "EM-2307",
                place,
                "the function gave null instead of a stage.",
                "Return the stage whose end is the end of the transaction."));
    }

    static InvalidRequestException parameters(String place, Collection<String> missing, Collection<String> unknown) {
        String fact = missing.isEmpty() ? "" : "the text has " + named(missing) + " without a value. ";
        String other = unknown.isEmpty() ? "" : "the map has " + named(unknown) + " that the text does not use. ";
        return new InvalidRequestException(
                new Problem("EM-2308", place, (fact + other).strip(), "Each :name of the text needs one entry."));
    }

    private static String named(Collection<String> names) {
        return String.join(", ", names.stream().map(name -> "'" + name + "'").toList());
    }
}
