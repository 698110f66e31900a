package org.easymodel.engine;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.easymodel.failure.Problem;
import org.easymodel.model.DefaultValue;
import org.easymodel.relate.ModelDescription;
import org.jspecify.annotations.Nullable;

/** What new rows get where nothing is given: the default values of the attributes, by entity and by embeddable. */
record InitialValues(Anatomy anatomy, Map<Class<?>, List<Initial>> byType) {

    /** One default value; what is {@code now} is only known when a row is inserted. */
    record Initial(Part part, Function<ZonedDateTime, Object> value) {

        /** Whether a fresh row has nothing there: null, or what a primitive is before anybody assigns it. */
        private boolean isLeft(@Nullable Object current) {
            boolean zero = current instanceof Number number && number.doubleValue() == 0
                    || Boolean.FALSE.equals(current)
                    || current instanceof Character letter && letter == 0;
            return current == null || ((Part.Value) part).type().isPrimitive() && zero;
        }
    }

    static InitialValues of(ModelDescription model, Anatomy anatomy, List<Problem> problems) {
        Map<Class<?>, List<Initial>> byType = new HashMap<>();
        model.entities().forEach(entity -> read(entity.type(), anatomy, byType, problems));
        return new InitialValues(anatomy, byType);
    }

    private static void read(
            Class<?> type, Anatomy anatomy, Map<Class<?>, List<Initial>> byType, List<Problem> problems) {
        if (byType.containsKey(type)) {
            return;
        }
        List<Initial> defaults = new ArrayList<>();
        byType.put(type, defaults);
        for (Part part : anatomy.parts(type)) {
            part.declared().annotation(DefaultValue.class).ifPresent(stated -> value(part, stated.value())
                    .ifPresentOrElse(
                            value -> defaults.add(new Initial(part, value)),
                            () -> problems.add(Problems.wrongDefault(anatomy.nameOf(type), part))));
            if (part instanceof Part.Embedded embedded) {
                read(embedded.type(), anatomy, byType, problems);
            }
        }
    }

    private static Optional<Function<ZonedDateTime, Object>> value(Part part, String text) {
        return part instanceof Part.Value value ? ValueText.read(value.type(), text) : Optional.empty();
    }

    boolean has(Class<?> type, String attribute) {
        return of(type).stream().anyMatch(each -> each.part().name().equals(attribute));
    }

    /** The one moment that is {@code now} for all rows of a call, in the precision that every database has. */
    static ZonedDateTime now() {
        return ZonedDateTime.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Fills what is null in something that the application made; its primitives count as given. */
    void fill(Object owner, ZonedDateTime now) {
        Class<?> type = anatomy.typeOf(owner);
        for (Initial each : of(type)) {
            if (anatomy.get(owner, each.part()) == null) {
                anatomy.set(owner, each.part(), each.value().apply(now));
            }
        }
        for (Part part : anatomy.parts(type)) {
            Object below = part instanceof Part.Embedded ? anatomy.get(owner, part) : null;
            if (below != null) {
                fill(below, now);
            }
        }
    }

    /** Fills what something fresh does not have and is not given: neither as a value nor by a relationship. */
    void fillFresh(Object owner, Set<String> given, ZonedDateTime now) {
        for (Initial each : of(anatomy.typeOf(owner))) {
            if (!given.contains(each.part().name()) && each.isLeft(anatomy.get(owner, each.part()))) {
                anatomy.set(owner, each.part(), each.value().apply(now));
            }
        }
    }

    private List<Initial> of(Class<?> type) {
        return byType.getOrDefault(type, List.of());
    }
}
