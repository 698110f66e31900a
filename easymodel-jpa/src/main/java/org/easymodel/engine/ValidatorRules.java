package org.easymodel.engine;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.NoProviderFoundException;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** The constraints as a provider of Bean Validation knows them. The only class that needs its API. */
record ValidatorRules(Validator validator, Anatomy anatomy) implements BeanRules {

    private static final Logger LOGGER = System.getLogger("org.easymodel");

    /** The rules of the given factory, else of the usual one; none if there is no provider, or none that starts. */
    static BeanRules of(String unit, @Nullable Object factory, Anatomy anatomy) {
        try {
            ValidatorFactory used =
                    factory instanceof ValidatorFactory given ? given : Validation.buildDefaultValidatorFactory();
            return new ValidatorRules(used.getValidator(), anatomy);
        } catch (NoProviderFoundException e) {
            return NONE;
        } catch (ValidationException | LinkageError e) {
            LOGGER.log(Level.WARNING, GraphProblems.noValidation(unit).toString(), e);
            return NONE;
        }
    }

    /** What is missing is told elsewhere: it may come from a relationship, a default value or a callback. */
    @Override
    public void check(String place, Node node, List<Problem> problems) {
        Object given = node.instance();
        if (given != null && !node.isLinked()) {
            validator.validate(given).stream()
                    .filter(violation -> violation.getInvalidValue() != null)
                    .filter(violation -> !violation.getPropertyPath().toString().isEmpty())
                    .sorted(Comparator.comparing(ValidatorRules::sortKey))
                    .forEach(violation -> problems.add(problem(place, node, violation)));
            return;
        }
        node.values.forEach(
                (name, value) -> value(place, node.pathOf(name), node.entity.type(), name, value, problems));
    }

    private void value(
            String place, String path, Class<?> owner, String name, @Nullable Object value, List<Problem> problems) {
        if (value == null || value instanceof Compound.Altered) {
            return;
        }
        if (value instanceof Compound.Fields fields) {
            fields.values()
                    .forEach((below, each) -> value(place, path + "." + below, fields.type(), below, each, problems));
            return;
        }
        violations(owner, name, value).stream()
                .sorted(Comparator.comparing(ValidatorRules::sortKey))
                .forEach(violation -> problems.add(
                        GraphProblems.invalid(place, path, constraint(violation), violation.getMessage())));
    }

    private Collection<? extends ConstraintViolation<?>> violations(Class<?> owner, String name, Object value) {
        Object whole = value instanceof Compound.Several several
                ? several.values()
                : value instanceof Compound.Keyed keyed ? keyed.values() : value;
        try {
            return validator.validateValue(owner, name, whole);
        } catch (IllegalArgumentException | ValidationException e) {
            // What cannot be judged by itself, such as a set given as a list, is judged with its row.
            return Set.of();
        }
    }

    @Override
    public void checkRow(String place, Node node, Object row) {
        List<Problem> problems = new ArrayList<>();
        validator.validate(row).stream()
                .filter(violation -> !isFilledLater(violation))
                .sorted(Comparator.comparing(ValidatorRules::sortKey))
                .forEach(violation -> problems.add(problem(place, node, violation)));
        Problems.throwIfAny(problems);
    }

    @Override
    public boolean isValid(Object row) {
        return validator.validate(row).isEmpty();
    }

    @Override
    public boolean speakOfWhole(Class<?> type) {
        return validator.getConstraintsForClass(type).hasConstraints();
    }

    /** A callback may still give a value; what then is null the provider or the database refuses. */
    private static boolean isFilledLater(ConstraintViolation<?> violation) {
        return violation.getInvalidValue() == null
                && !violation.getPropertyPath().toString().isEmpty();
    }

    @Override
    public List<Problem> violations(String place, Throwable thrown) {
        return thrown instanceof ConstraintViolationException found
                ? found.getConstraintViolations().stream()
                        .sorted(Comparator.comparing(ValidatorRules::sortKey))
                        .map(violation -> GraphProblems.invalid(
                                place,
                                violation.getPropertyPath().toString(),
                                constraint(violation),
                                violation.getMessage()))
                        .toList()
                : List.of();
    }

    private static Problem problem(String place, Node node, ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return GraphProblems.invalid(
                place, path.isEmpty() ? node.path : node.pathOf(path), constraint(violation), violation.getMessage());
    }

    private static String sortKey(ConstraintViolation<?> violation) {
        return violation.getPropertyPath() + " " + constraint(violation);
    }

    private static String constraint(ConstraintViolation<?> violation) {
        return violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
    }
}
