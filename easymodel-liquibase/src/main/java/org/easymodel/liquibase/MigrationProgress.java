package org.easymodel.liquibase;

/** Hears of every step of a migration before it is done. Called on the thread of the migration, one call at a time. */
@FunctionalInterface
public interface MigrationProgress {

    /**
     * A step begins.
     *
     * @param number the step, from 1
     * @param of the number of steps
     * @param description the revision and the change, such as {@code 0002_3f9a… AddColumn BOOK.TITLE}
     */
    void step(int number, int of, String description);

    /** Hears and says nothing. */
    static MigrationProgress silent() {
        return (number, of, description) -> {};
    }
}
