package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a person adds to a model so that a revision can be written: former names, values for rows that have none, losses
 * that are accepted, SQL over rows, and how to deal with tables in use. Immutable.
 *
 * <p>Texts, as on a command line; names in any case, in double quotes if they are delimited:
 *
 * <pre>{@code
 * RevisionOptions.none()
 *         .withRename("BOOK.NAME=TITLE")
 *         .withDefault("BOOK.PAGES=0")
 *         .accepting("EM102:BOOK.SUBTITLE")
 * }</pre>
 *
 * @param renames renames: {@code TABLE=NEW} or {@code TABLE.COLUMN=NEW}
 * @param defaults values: {@code TABLE.COLUMN=value}
 * @param accept accepted losses: {@code RULE:TARGET}
 * @param data what runs over the rows, between what the revision adds and what it requires or drops
 * @param tactics how to deal with tables in use
 */
public record RevisionOptions(
        List<String> renames, List<String> defaults, List<String> accept, List<DataStep> data, Tactics tactics) {

    private static final RevisionOptions NONE = new RevisionOptions(List.of(), List.of(), List.of());

    /** Options without SQL over rows, in the plainest words. */
    public RevisionOptions(List<String> renames, List<String> defaults, List<String> accept) {
        this(renames, defaults, accept, List.of(), Tactics.PLAIN);
    }

    public RevisionOptions {
        renames = List.copyOf(renames);
        defaults = List.copyOf(defaults);
        accept = List.copyOf(accept);
        data = List.copyOf(data);
    }

    /** Nothing added to what the model says. */
    public static RevisionOptions none() {
        return NONE;
    }

    /** These options, and this rename: {@code TABLE=NEW} or {@code TABLE.COLUMN=NEW}. */
    public RevisionOptions withRename(String rename) {
        return new RevisionOptions(and(renames, rename), defaults, accept, data, tactics);
    }

    /**
     * These options, and this value for the rows that have none: {@code TABLE.COLUMN=value}. A text needs no quotes;
     * {@code CURRENT_TIMESTAMP} and {@code CURRENT_DATE} are known.
     */
    public RevisionOptions withDefault(String value) {
        return new RevisionOptions(renames, and(defaults, value), accept, data, tactics);
    }

    /** These options, and this loss accepted: the rule that forbids it and what it is about, {@code EM102:TABLE.COLUMN}. */
    public RevisionOptions accepting(String loss) {
        return new RevisionOptions(renames, defaults, and(accept, loss), data, tactics);
    }

    /**
     * These options, and this SQL over rows. A new column that must have a value may be filled by it: the revision then
     * requires the value after it has run, and stops there while a row has none.
     */
    public RevisionOptions withData(DataStep step) {
        return new RevisionOptions(renames, defaults, accept, and(data, step), tactics);
    }

    /** These options, for tables that are large and in use. */
    public RevisionOptions with(Tactics other) {
        return new RevisionOptions(renames, defaults, accept, data, other);
    }

    private static <T> List<T> and(Collection<T> values, T added) {
        List<T> all = new ArrayList<>(values);
        all.add(added);
        return all;
    }
}
