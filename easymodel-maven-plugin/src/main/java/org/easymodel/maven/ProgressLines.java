package org.easymodel.maven;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.easymodel.liquibase.MigrationProgress;

/**
 * Tells a person how far a migration is: each step where there are few, else a line a second, with the time that is likely
 * left. For one migration.
 */
final class ProgressLines implements MigrationProgress {

    private static final int FEW = 20;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private final Consumer<String> out;
    private final LongSupplier clock;
    private long started;
    private long told;

    ProgressLines(Consumer<String> out, LongSupplier clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void step(int number, int of, String step) {
        long now = clock.getAsLong();
        if (number == 1) {
            started = now;
        }
        if (of <= FEW || number == 1 || number == of || now - told >= PAUSE) {
            told = now;
            out.accept("[" + number + "/" + of + "] " + step + left(number, of, now - started));
        }
    }

    private static String left(int number, int of, long elapsed) {
        if (of <= FEW || number == 1 || number == of) {
            return "";
        }
        long seconds =
                Duration.ofNanos(elapsed / (number - 1) * (of - number + 1)).toSeconds();
        return seconds < 2
                ? ""
                : seconds < 120 ? ", about " + seconds + " s left" : ", about " + seconds / 60 + " min left";
    }
}
