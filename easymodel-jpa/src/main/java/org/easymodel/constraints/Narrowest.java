package org.easymodel.constraints;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What the constraints so far add up to. For one thread. */
final class Narrowest {

    private static final String STANDARD = "jakarta.validation.constraints.";
    private static final String HIBERNATE = "org.hibernate.validator.constraints.";

    private static final Map<String, BiConsumer<Narrowest, Stated>> KNOWN = known();

    private boolean required;
    private boolean notBlank;
    private @Nullable Bound minimum;
    private @Nullable Bound maximum;
    private int minimumSize;
    private @Nullable Integer maximumSize;
    private @Nullable Digits digits;
    private final TreeSet<TextRule> rules = new TreeSet<>(
            Comparator.comparing(TextRule::expression).thenComparing(rule -> String.join(",", rule.flags())));
    private boolean email;

    void add(Stated stated) {
        BiConsumer<Narrowest, Stated> reading = KNOWN.get(stated.name());
        if (reading != null) {
            reading.accept(this, stated);
        }
    }

    Constraints constraints() {
        return new Constraints(
                required,
                notBlank,
                Optional.ofNullable(minimum),
                Optional.ofNullable(maximum),
                minimumSize,
                maximumSize == null ? OptionalInt.empty() : OptionalInt.of(maximumSize),
                Optional.ofNullable(digits),
                rules.stream().toList(),
                email);
    }

    private static Map<String, BiConsumer<Narrowest, Stated>> known() {
        Map<String, BiConsumer<Narrowest, Stated>> known = new HashMap<>();
        known.put(STANDARD + "NotNull", (all, stated) -> all.required = true);
        known.put(STANDARD + "NotEmpty", (all, stated) -> all.filled());
        known.put(STANDARD + "NotBlank", (all, stated) -> {
            all.filled();
            all.notBlank = true;
        });
        known.put(STANDARD + "Size", Narrowest::size);
        known.put(HIBERNATE + "Length", Narrowest::size);
        known.put(STANDARD + "Min", (all, stated) -> number(stated).ifPresent(number -> all.atLeast(number, true)));
        known.put(STANDARD + "Max", (all, stated) -> number(stated).ifPresent(number -> all.atMost(number, true)));
        known.put(STANDARD + "DecimalMin", (all, stated) -> decimal(stated)
                .ifPresent(number -> all.atLeast(number, isInclusive(stated))));
        known.put(STANDARD + "DecimalMax", (all, stated) -> decimal(stated)
                .ifPresent(number -> all.atMost(number, isInclusive(stated))));
        known.put(STANDARD + "Positive", (all, stated) -> all.atLeast(BigDecimal.ZERO, false));
        known.put(STANDARD + "PositiveOrZero", (all, stated) -> all.atLeast(BigDecimal.ZERO, true));
        known.put(STANDARD + "Negative", (all, stated) -> all.atMost(BigDecimal.ZERO, false));
        known.put(STANDARD + "NegativeOrZero", (all, stated) -> all.atMost(BigDecimal.ZERO, true));
        known.put(STANDARD + "Digits", Narrowest::digits);
        known.put(STANDARD + "Pattern", (all, stated) -> all.rule(stated));
        known.put(STANDARD + "Email", (all, stated) -> {
            all.email = true;
            if (stated.text("regexp").filter(text -> !text.equals(".*")).isPresent()) {
                all.rule(stated);
            }
        });
        return known;
    }

    private void filled() {
        required = true;
        minimumSize = Math.max(minimumSize, 1);
    }

    private void size(Stated stated) {
        stated.value("min", Integer.class).ifPresent(min -> minimumSize = Math.max(minimumSize, min));
        stated.value("max", Integer.class)
                .filter(max -> max >= 0 && max < Integer.MAX_VALUE)
                .ifPresent(max -> maximumSize = maximumSize == null ? max : Math.min(maximumSize, max));
    }

    private void atLeast(BigDecimal number, boolean inclusive) {
        Bound bound = new Bound(number, inclusive);
        minimum = minimum == null ? bound : minimum.higher(bound);
    }

    private void atMost(BigDecimal number, boolean inclusive) {
        Bound bound = new Bound(number, inclusive);
        maximum = maximum == null ? bound : maximum.lower(bound);
    }

    private void digits(Stated stated) {
        Optional<Integer> integer = stated.value("integer", Integer.class).filter(count -> count >= 0);
        Optional<Integer> fraction = stated.value("fraction", Integer.class).filter(count -> count >= 0);
        if (integer.isPresent() && fraction.isPresent()) {
            Digits given = new Digits(integer.get(), fraction.get());
            digits = digits == null ? given : digits.and(given);
        }
    }

    private void rule(Stated stated) {
        Optional<String> expression = stated.text("regexp").filter(Narrowest::isExpression);
        expression.ifPresent(text -> rules.add(new TextRule(text, stated.names("flags"))));
    }

    private static boolean isExpression(String text) {
        try {
            Pattern.compile(text);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private static boolean isInclusive(Stated stated) {
        return stated.value("inclusive", Boolean.class).orElse(true);
    }

    private static Optional<BigDecimal> number(Stated stated) {
        return stated.value("value", Long.class).map(BigDecimal::valueOf);
    }

    private static Optional<BigDecimal> decimal(Stated stated) {
        try {
            return stated.text("value").map(BigDecimal::new);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
