package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.easymodel.spi.ManyValues;

/** Arrays of H2, each as long as H2 allows. */
record H2Arrays(List<Object> values) implements ManyValues {

    private static final int LONGEST = 50_000;

    static H2Arrays of(List<Object> values, boolean ignoreCase) {
        // As H2 itself does it.
        return new H2Arrays(
                ignoreCase
                        ? values.stream()
                                .<Object>map(each -> each.toString().toLowerCase())
                                .toList()
                        : values);
    }

    @Override
    public String condition(String subject, boolean negated, Function<Object, String> bind) {
        List<String> arrays = new ArrayList<>();
        for (int from = 0; from < values.size(); from += LONGEST) {
            Object[] array = values.subList(from, Math.min(from + LONGEST, values.size()))
                    .toArray();
            // The provider converts parameters like what they are compared with; behind SQL it does not know what that
            // is.
            arrays.add("SQL('?', " + subject + ")" + (negated ? " <> SQL('all(?)', " : " = SQL('any(?)', ")
                    + bind.apply(array) + ")");
        }
        return "(" + String.join(negated ? " and " : " or ", arrays) + ")";
    }
}
