package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a person adds to a model so that a revision can be written: former names, values for rows that have none, and
 * losses that are accepted. Immutable.
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
 */
public record RevisionOptions(List<String> renames, List<String> defaults, List<String> accept) {

    private static final RevisionOptions NONE = new RevisionOptions(List.of(), List.of(), List.of());

    public RevisionOptions {
        renames = List.copyOf(renames);
        defaults = List.copyOf(defaults);
        accept = List.copyOf(accept);
    }

    /** Nothing added to what the model says. */
    public static RevisionOptions none() {
        return NONE;
    }

    /** These options, and this rename: {@code TABLE=NEW} or {@code TABLE.COLUMN=NEW}. */
    public RevisionOptions withRename(String rename) {
        return new RevisionOptions(and(renames, rename), defaults, accept);
    }

    /**
     * These options, and this value for the rows that have none: {@code TABLE.COLUMN=value}. A text needs no quotes;
     * {@code CURRENT_TIMESTAMP} and {@code CURRENT_DATE} are known.
     */
    public RevisionOptions withDefault(String value) {
        return new RevisionOptions(renames, and(defaults, value), accept);
    }

    /** These options, and this loss accepted: the rule that forbids it and what it is about, {@code EM102:TABLE.COLUMN}. */
    public RevisionOptions accepting(String loss) {
        return new RevisionOptions(renames, defaults, and(accept, loss));
    }

    private static List<String> and(Collection<String> values, String added) {
        List<String> all = new ArrayList<>(values);
        all.add(added);
        return all;
    }
}
