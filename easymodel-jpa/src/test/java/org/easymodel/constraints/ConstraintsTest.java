package org.easymodel.constraints;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.groups.Default;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;
import org.junit.jupiter.api.Test;

class ConstraintsTest {

    private interface Later {}

    private interface WiderThanDefault extends Default {}

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @NotNull(groups = Later.class)
    @Size(max = 12)
    @Pattern(regexp = "[A-Z]{2}.*")
    @Pattern(regexp = ".*\\d")
    private @interface Iban {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Size.class, name = "min")
        int shortest() default 4;

        @OverridesAttribute(constraint = Pattern.class, name = "regexp", constraintIndex = 1)
        String ending() default ".*\\d";
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @Iban
    @NotBlank
    private @interface Account {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        @OverridesAttribute(constraint = Iban.class, name = "shortest")
        int least() default 6;
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @Chicken
    @Positive
    private @interface Egg {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @Egg
    @Max(9)
    private @interface Chicken {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @ConstraintComposition(CompositionType.OR)
    @Size(max = 3)
    @Pattern(regexp = "x+")
    private @interface ShortOrX {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Bears the name of a constraint, but is none. */
    @Retention(RetentionPolicy.RUNTIME)
    private @interface Label {
        String value();
    }

    @SuppressWarnings("unused")
    private static final class Sample {
        @Label("no constraint")
        @Deprecated
        String none;

        @NotNull
        String notNull;

        @NotEmpty
        String notEmpty;

        @NotBlank
        String notBlank;

        @Size(min = 2, max = 40)
        String size;

        @Size(max = 40)
        @Size(min = 1, max = 20)
        @Size(min = 3)
        @Length(max = 30)
        String sizes;

        @Length(min = 2, max = 5)
        String length;

        @Min(1)
        @Max(10)
        int whole;

        @DecimalMin(value = "0.500", inclusive = false)
        @DecimalMax("99.90")
        BigDecimal decimal;

        @DecimalMin("1000")
        @Min(1000)
        @DecimalMin(value = "1E+3", inclusive = false)
        @DecimalMax(value = "2000.0")
        @DecimalMax(value = "2000", inclusive = false)
        BigDecimal equalBounds;

        @Positive
        int positive;

        @PositiveOrZero
        @Min(-4)
        int positiveOrZero;

        @Negative
        int negative;

        @NegativeOrZero
        @Max(4)
        int negativeOrZero;

        @Range(min = -5, max = 10)
        int range;

        @jakarta.validation.constraints.Digits(integer = 6, fraction = 2)
        @jakarta.validation.constraints.Digits(integer = 8, fraction = 1)
        BigDecimal digits;

        @Pattern(
                regexp = "b+",
                flags = {Pattern.Flag.MULTILINE, Pattern.Flag.CASE_INSENSITIVE})
        @Pattern(regexp = "a+")
        @Pattern(regexp = "a+")
        String patterns;

        @Email
        String email;

        @Email(regexp = ".*@example\\.org")
        String ownEmail;

        @NotNull(groups = Later.class)
        @Size(
                max = 5,
                groups = {Later.class, Default.class})
        @Min(value = 3, groups = WiderThanDefault.class)
        String groups;

        @Iban
        String composed;

        @Iban(shortest = 8, ending = ".*0")
        @Size(max = 10)
        String overridden;

        @Account
        String nested;

        @Account(groups = Later.class)
        String composedForLater;

        @Chicken
        int circle;

        @ShortOrX
        String alternative;

        @DecimalMin("plenty")
        @DecimalMax("1E+999999999")
        @Size(min = -3, max = -1)
        @jakarta.validation.constraints.Digits(integer = -1, fraction = 2)
        @Pattern(regexp = "(")
        String wrong;

        @Size(max = 8)
        String both;

        @NotNull
        String getBoth() {
            return both;
        }
    }

    @Test
    void of_noMember_isNone() {
        assertThat(Constraints.of()).isEqualTo(Constraints.NONE);
        assertThat(Constraints.NONE)
                .isEqualTo(new Constraints(
                        false,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        OptionalInt.empty(),
                        Optional.empty(),
                        List.of(),
                        false));
    }

    @Test
    void of_otherAnnotations_isNone() {
        assertThat(of("none")).isEqualTo(Constraints.NONE);
    }

    @Test
    void of_required_isRequired() {
        assertThat(of("notNull")).isEqualTo(expected().required().build());
        assertThat(of("notEmpty")).isEqualTo(expected().required().size(1).build());
        assertThat(of("notBlank"))
                .isEqualTo(expected().required().notBlank().size(1).build());
    }

    @Test
    void of_sizes_isTheNarrowest() {
        assertThat(of("size")).isEqualTo(expected().size(2, 40).build());
        assertThat(of("sizes")).isEqualTo(expected().size(3, 20).build());
        assertThat(of("length")).isEqualTo(expected().size(2, 5).build());
    }

    @Test
    void of_ranges_areBounds() {
        assertThat(of("whole"))
                .isEqualTo(expected().atLeast("1", true).atMost("10", true).build());
        assertThat(of("decimal"))
                .isEqualTo(expected().atLeast("0.5", false).atMost("99.9", true).build());
        assertThat(of("positive")).isEqualTo(expected().atLeast("0", false).build());
        assertThat(of("positiveOrZero")).isEqualTo(expected().atLeast("0", true).build());
        assertThat(of("negative")).isEqualTo(expected().atMost("0", false).build());
        assertThat(of("negativeOrZero")).isEqualTo(expected().atMost("0", true).build());
    }

    @Test
    void of_equalBounds_takesTheExclusiveOne() {
        assertThat(of("equalBounds"))
                .isEqualTo(
                        expected().atLeast("1000", false).atMost("2000", false).build());
    }

    @Test
    void of_rangeOfHibernate_takesItsOwnNumbersNotThoseOfItsParts() {
        assertThat(of("range"))
                .isEqualTo(expected().atLeast("-5", true).atMost("10", true).build());
    }

    @Test
    void of_digits_isTheFewest() {
        assertThat(of("digits")).isEqualTo(expected().digits(6, 1).build());
    }

    @Test
    void of_patterns_areAllOfThemSorted() {
        assertThat(of("patterns"))
                .isEqualTo(expected()
                        .rule("a+")
                        .rule("b+", "CASE_INSENSITIVE", "MULTILINE")
                        .build());
    }

    @Test
    void of_email_hasItsOwnExpressionToo() {
        assertThat(of("email")).isEqualTo(expected().email().build());
        assertThat(of("ownEmail"))
                .isEqualTo(expected().email().rule(".*@example\\.org").build());
    }

    @Test
    void of_otherGroups_doNotCount() {
        assertThat(of("groups")).isEqualTo(expected().size(0, 5).build());
        assertThat(of("composedForLater")).isEqualTo(Constraints.NONE);
    }

    @Test
    void of_composed_followsItsPartsWithWhatItOverrides() {
        assertThat(of("composed"))
                .isEqualTo(expected()
                        .required()
                        .size(4, 12)
                        .rule(".*\\d")
                        .rule("[A-Z]{2}.*")
                        .build());
        assertThat(of("overridden"))
                .isEqualTo(expected()
                        .required()
                        .size(8, 10)
                        .rule(".*0")
                        .rule("[A-Z]{2}.*")
                        .build());
        assertThat(of("nested"))
                .isEqualTo(expected()
                        .required()
                        .notBlank()
                        .size(6, 12)
                        .rule(".*\\d")
                        .rule("[A-Z]{2}.*")
                        .build());
    }

    @Test
    void of_composedInACircle_ends() {
        assertThat(of("circle"))
                .isEqualTo(expected().atLeast("0", false).atMost("9", true).build());
    }

    @Test
    void of_composedOfAlternatives_saysNothing() {
        assertThat(of("alternative")).isEqualTo(Constraints.NONE);
    }

    @Test
    void of_wrongAnnotations_passesOverThem() {
        assertThat(of("wrong"))
                .isEqualTo(expected().atMost("1E+999999999", true).build());
    }

    @Test
    void of_fieldAndGetter_addsUp() throws ReflectiveOperationException {
        assertThat(Constraints.of(Sample.class.getDeclaredField("both"), Sample.class.getDeclaredMethod("getBoth")))
                .isEqualTo(expected().required().size(0, 8).build());
    }

    @Test
    void of_memberWhoseAnnotationsCannotBeRead_isNone() {
        AnnotatedElement broken = new AnnotatedElement() {
            @Override
            public <T extends Annotation> T getAnnotation(Class<T> type) {
                throw new TypeNotPresentException("gone", null);
            }

            @Override
            public Annotation[] getAnnotations() {
                throw new TypeNotPresentException("gone", null);
            }

            @Override
            public Annotation[] getDeclaredAnnotations() {
                throw new TypeNotPresentException("gone", null);
            }
        };

        assertThat(Constraints.of(broken)).isEqualTo(Constraints.NONE);
    }

    private static Constraints of(String field) {
        try {
            return Constraints.of(Sample.class.getDeclaredField(field));
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static Expected expected() {
        return new Expected();
    }

    /** The whole record, with what a test is about and nothing else. */
    private static final class Expected {
        private boolean required;
        private boolean notBlank;
        private Bound minimum;
        private Bound maximum;
        private int minimumSize;
        private OptionalInt maximumSize = OptionalInt.empty();
        private Digits digits;
        private final List<TextRule> rules = new ArrayList<>();
        private boolean email;

        Constraints build() {
            return new Constraints(
                    required,
                    notBlank,
                    Optional.ofNullable(minimum),
                    Optional.ofNullable(maximum),
                    minimumSize,
                    maximumSize,
                    Optional.ofNullable(digits),
                    rules,
                    email);
        }

        Expected required() {
            required = true;
            return this;
        }

        Expected notBlank() {
            notBlank = true;
            return this;
        }

        Expected atLeast(String number, boolean inclusive) {
            minimum = new Bound(new BigDecimal(number), inclusive);
            return this;
        }

        Expected atMost(String number, boolean inclusive) {
            maximum = new Bound(new BigDecimal(number), inclusive);
            return this;
        }

        Expected size(int least) {
            minimumSize = least;
            return this;
        }

        Expected size(int least, int most) {
            minimumSize = least;
            maximumSize = OptionalInt.of(most);
            return this;
        }

        Expected digits(int integer, int fraction) {
            digits = new Digits(integer, fraction);
            return this;
        }

        Expected rule(String expression, String... flags) {
            rules.add(new TextRule(expression, List.of(flags)));
            return this;
        }

        Expected email() {
            email = true;
            return this;
        }
    }
}
