package org.easymodel;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a verb is repeated, and how long it waits before. Only {@linkplain
 * org.easymodel.failure.EasyModelException#isRetryable() failures that a repetition may mend} are repeated, and only where
 * the verb has a transaction of its own: one that it joined is lost as a whole.
 *
 * <pre>{@code
 * accounts.withRetry(Retry.times(3)).updateWhere(Map.of("id", 7), Map.of("balance", increment(-10)));
 * }</pre>
 *
 * <p>The pauses grow from one to the next, twofold, and are of a random length between half and all of that, so that those
 * who met do not meet again. Immutable.
 *
 * @param times how often a call is repeated after the first attempt; 0 for never, at most 100
 * @param firstPause the longest first pause; not negative
 * @param longestPause no pause is longer than this
 */
public record Retry(int times, Duration firstPause, Duration longestPause) {

    /** No repetition. */
    public static final Retry NEVER = new Retry(0, Duration.ZERO, Duration.ZERO);

    /**
     * A rule for repetitions.
     *
     * @throws org.easymodel.failure.InvalidRequestException if the number is not between 0 and 100, or a pause is negative
     */
    public Retry {
        Objects.requireNonNull(firstPause, "firstPause");
        Objects.requireNonNull(longestPause, "longestPause");
        if (times < 0 || times > 100 || firstPause.isNegative() || longestPause.isNegative()) {
            throw Problems.wrongRetry();
        }
    }

    /** So many repetitions, with pauses from 20 milliseconds to one second. */
    public static Retry times(int times) {
        return new Retry(times, Duration.ofMillis(20), Duration.ofSeconds(1));
    }

    /** The same number of repetitions with other pauses. */
    public Retry withPauses(Duration first, Duration longest) {
        return new Retry(times, first, longest);
    }
}
