package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/** Reads the names that command lines and revision files hold: identifiers joined by dots, each perhaps in quotes. */
final class SqlName {

    private SqlName() {}

    /**
     * The identifiers of a dotted name.
     *
     * @throws IllegalArgumentException if a part is empty or a quote is left open
     */
    static List<Identifier> parts(String text) {
        List<Identifier> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i <= text.length(); i++) {
            char letter = i < text.length() ? text.charAt(i) : '.';
            if (i < text.length() && letter == '"') {
                quoted = !quoted;
            } else if (letter == '.' && !quoted) {
                parts.add(Identifier.of(text.substring(start, i)));
                start = i + 1;
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("A quote is left open in " + text);
        }
        return parts;
    }

    /** The table that one or two identifiers name; empty for any other number. */
    static Optional<TableName> table(List<Identifier> parts) {
        return switch (parts.size()) {
            case 1 -> Optional.of(TableName.of(parts.get(0)));
            case 2 -> Optional.of(new TableName(Optional.of(parts.get(0)), parts.get(1)));
            default -> Optional.empty();
        };
    }

    /** The table before the last identifier; empty if there is no table before it. */
    static Optional<TableName> tableOfColumn(List<Identifier> parts) {
        return table(parts.subList(0, parts.size() - 1));
    }

    /** The last identifier. */
    static Identifier last(List<Identifier> parts) {
        return parts.get(parts.size() - 1);
    }
}
