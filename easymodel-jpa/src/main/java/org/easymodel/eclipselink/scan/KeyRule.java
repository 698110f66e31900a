package org.easymodel.eclipselink.scan;

import java.util.Optional;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;

/**
 * What a mapping says of a foreign key constraint. Immutable.
 *
 * @param wanted whether there is to be one
 * @param name its name, if the mapping gives one
 * @param onDelete what the database does when the target row goes
 * @param unknown the part of its definition in SQL that cannot be described; empty if there is none
 */
record KeyRule(boolean wanted, Optional<Identifier> name, ForeignKey.OnDelete onDelete, String unknown) {

    static final KeyRule USUAL = new KeyRule(true, Optional.empty(), ForeignKey.OnDelete.NO_ACTION, "");

    /** No constraint. */
    static final KeyRule NONE = new KeyRule(false, Optional.empty(), ForeignKey.OnDelete.NO_ACTION, "");

    KeyRule withOnDelete(ForeignKey.OnDelete rule) {
        return new KeyRule(wanted, name, rule, unknown);
    }
}
