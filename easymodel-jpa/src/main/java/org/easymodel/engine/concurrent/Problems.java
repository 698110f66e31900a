package org.easymodel.engine.concurrent;

import java.util.List;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RejectedException;
import org.jspecify.annotations.Nullable;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static RejectedException rejected(String place, @Nullable Throwable cause) {
        return new RejectedException(
                List.of(new Problem(
                        "EM-2015",
                        place,
                        "the call was not taken on: too many are in flight, or the repositories are closed.",
                        "Try again later, or raise easymodel.async.max-in-flight.")),
                cause);
    }

    static RejectedException noSlot(String place, int most) {
        return new RejectedException(new Problem(
                "EM-2301",
                place,
                "the transaction did not begin in time: " + most + " are open, and no more may be.",
                "Shorten transactions, or raise easymodel.transaction.max-open together with the connection pool, which"
                        + " must be larger by one."));
    }
}
