package org.easymodel.constraints;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the constraints of Bean Validation on one attribute add up to: where several speak of the same, the narrowest. Only
 * constraints of the group {@code Default} count. Immutable and safe for any number of threads.
 *
 * <pre>{@code
 * Constraints of = Constraints.of(field, getter);
 * of.maximumSize().ifPresent(length -> ...);
 * }</pre>
 *
 * @param required whether null is refused
 * @param notBlank whether a text must have something besides white space
 * @param minimum the lower end of a number's range
 * @param maximum the upper end of a number's range
 * @param minimumSize the fewest characters of a text, or elements of a collection, map or array; 0 if there is no such limit
 * @param maximumSize the most of them
 * @param digits the most digits of a number
 * @param rules what a text must match, all of them; sorted by expression
 * @param email whether a text must be an address of electronic mail
 */
public record Constraints(
        boolean required,
        boolean notBlank,
        Optional<Bound> minimum,
        Optional<Bound> maximum,
        int minimumSize,
        OptionalInt maximumSize,
        Optional<Digits> digits,
        List<TextRule> rules,
        boolean email) {

    /** No constraint at all. */
    public static final Constraints NONE = new Constraints(
            false,
            false,
            Optional.empty(),
            Optional.empty(),
            0,
            OptionalInt.empty(),
            Optional.empty(),
            List.of(),
            false);

    public Constraints {
        rules = List.copyOf(rules);
    }

    /**
     * The constraints on the members of one attribute. Reads the annotations of {@code jakarta.validation.constraints}, {@code
     * Length} and {@code Range} of Hibernate Validator, and those that are composed of them, at any depth. What cannot be
     * read, such as a {@code @DecimalMin} that is no number, is passed over: to refuse it is the validator's part.
     *
     * @param members the field, the getter or both; in any order
     * @return never null; {@link #NONE} without any constraint
     */
    public static Constraints of(AnnotatedElement... members) {
        return of(Arrays.asList(members));
    }

    /** As {@link #of(AnnotatedElement...)}. */
    public static Constraints of(Collection<? extends AnnotatedElement> members) {
        ConstraintReader reader = new ConstraintReader();
        members.forEach(reader::read);
        return reader.constraints();
    }

    /** Whether the range has at least one lower or upper end. */
    public boolean hasRange() {
        return minimum.isPresent() || maximum.isPresent();
    }
}
