package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;

/** Tells on Derby, which knows no patterns, which texts are no numbers: letter by letter. */
final class DerbyDigits {

    private DerbyDigits() {}

    /**
     * The condition of the texts that are no number.
     *
     * @param text SQL of the text
     * @param whole how many digits may stand before the point
     * @param fraction how many may stand after it; 0 if there may be no point
     */
    static String areMissing(String text, int whole, int fraction) {
        int room = whole + fraction + (fraction > 0 ? 2 : 1);
        String letters = "CAST(" + text + " AS CHAR(" + room + "))";
        List<String> wrong = new ArrayList<>();
        wrong.add("LENGTH(" + text + ") NOT BETWEEN 1 AND " + room);
        wrong.add("(" + isNone(letters, 1, "-") + ")");
        wrong.add("(SUBSTR(" + letters + ", 1, 1) = '-' AND (LENGTH(" + text + ") < 2 OR " + isNone(letters, 2, "")
                + "))");
        for (int i = 2; i <= room; i++) {
            wrong.add("(LENGTH(" + text + ") >= " + i + " AND " + isNone(letters, i, fraction > 0 ? "." : "") + ")");
        }
        String digits = "LENGTH(" + text + ") - CASE WHEN SUBSTR(" + letters + ", 1, 1) = '-' THEN 1 ELSE 0 END";
        if (fraction > 0) {
            String point = "LOCATE('.', " + letters + ")";
            wrong.add("(" + point + " = 0 AND " + digits + " > " + whole + ")");
            wrong.add("(" + point + " > 0 AND (LENGTH(" + text + ") - " + point + " NOT BETWEEN 1 AND " + fraction
                    + " OR LOCATE('.', " + letters + ", " + point + " + 1) > 0))");
            wrong.add("(" + point + " > 0 AND " + digits + " - (LENGTH(" + text + ") - " + point + ") - 1 > " + whole
                    + ")");
        } else {
            wrong.add(digits + " > " + whole);
        }
        return String.join(" OR ", wrong);
    }

    private static String isNone(String letters, int position, String also) {
        String letter = "SUBSTR(" + letters + ", " + position + ", 1)";
        return letter + " NOT BETWEEN '0' AND '9'" + (also.isEmpty() ? "" : " AND " + letter + " <> '" + also + "'");
    }
}
