package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.easymodel.spi.ManyValues;

/** The values of one statement; each is bound, none is written into the text. */
final class Parameters {

    private static final Pattern NAME = Pattern.compile(":(p\\d+)");

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<ManyValues> needed = new ArrayList<>();

    /** Binds a value; the result stands for it in the text. */
    String bind(Object value) {
        String name = "p" + (values.size() + 1);
        values.put(name, value);
        return ":" + name;
    }

    /** Takes values that may need something in the database before the statement runs. */
    void need(ManyValues many) {
        needed.add(many);
    }

    /** Does what values need before the statement runs. */
    void prepare(EntityManager entityManager) {
        needed.forEach(each -> each.prepare(entityManager));
    }

    /** All values as a text, for comparing; it may be long, and never leaves this process. */
    String written() {
        return values.entrySet().stream()
                .map(each -> each.getKey() + "=" + Arrays.deepToString(new Object[] {each.getValue()}))
                .collect(Collectors.joining("\n"));
    }

    void applyTo(Query query) {
        values.forEach(query::setParameter);
    }

    /** Sets the values that a text speaks of: a condition that decides itself may have left others behind. */
    void applyTo(Query query, String text) {
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            query.setParameter(names.group(1), values.get(names.group(1)));
        }
    }
}
