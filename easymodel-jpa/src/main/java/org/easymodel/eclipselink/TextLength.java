package org.easymodel.eclipselink;

import org.easymodel.constraints.Constraints;
import org.eclipse.persistence.internal.helper.DatabaseField;

/** The one rule for the longest text of a column: for its type, and for the values that a repository takes. */
public final class TextLength {

    /** What Jakarta Persistence gives a column without a length, section 11.1.9. */
    public static final int USUAL = 255;

    private TextLength() {}

    /** The length that the mapping gives, else the most that Bean Validation takes, else the usual one. */
    public static int of(DatabaseField column, Constraints constraints) {
        return column.getLength() > 0
                ? column.getLength()
                : Math.max(1, constraints.maximumSize().orElse(USUAL));
    }
}
