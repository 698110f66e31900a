package org.easymodel.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.relate.EntityDescription;

/**
 * What a condition is about: an attribute, a value in a collection, a row, or a calculation.
 *
 * @param text as the statement writes it
 * @param path as it was written
 * @param type the type of the value; empty for a row and for a calculation
 * @param related the entity, for a row
 * @param entityBound whether the statement compares with the entity itself, for want of a key
 * @param ignoreCase whether upper and lower case are the same
 * @param gaps what may have no value of all that is compared; grows while operands are read
 */
record Subject(
        Scope scope,
        String text,
        String path,
        Optional<Class<?>> type,
        Optional<EntityDescription> related,
        boolean entityBound,
        boolean ignoreCase,
        List<String> gaps) {

    static Subject of(Scope scope, Located value, boolean ignoreCase) {
        Subject subject = new Subject(
                scope,
                ignoreCase ? lower(value.text()) : value.text(),
                value.path(),
                Optional.of(value.type()),
                Optional.empty(),
                false,
                ignoreCase,
                new ArrayList<>(value.always() ? List.of() : List.of(value.text())));
        if (ignoreCase) {
            subject.requireText();
        }
        return subject;
    }

    /** The provider's LOWER takes paths only; a value of a collection has none. */
    private static String lower(String text) {
        return text.indexOf('.') < 0 ? "function('lower', " + text + ")" : "lower(" + text + ")";
    }

    static Subject calculation(Scope scope, Expression expression) {
        List<String> gaps = new ArrayList<>();
        String text = new ExpressionCompiler(scope, "", gaps).number(expression);
        return new Subject(scope, text, expression.toString(), Optional.empty(), Optional.empty(), false, false, gaps);
    }

    /** A row at the end of to-one relationships; its key where that is one attribute. */
    static Subject row(Scope scope, Route route) {
        boolean bound = route.last().owner() && route.last().key().single().isEmpty();
        return row(
                scope,
                scope.relationship(route.hops()),
                route.path(),
                route.last().target(),
                bound,
                true);
    }

    /** The rows of a scope themselves. */
    static Subject itself(Scope scope, String path) {
        boolean bound = scope.entity().singleId().isEmpty();
        return row(
                scope, bound ? scope.alias() : scope.id(), path, scope.entity().name(), bound, false);
    }

    private static Subject row(
            Scope scope, String text, String path, String entity, boolean bound, boolean mayBeMissing) {
        return new Subject(
                scope,
                text,
                path,
                Optional.empty(),
                Optional.of(scope.statement().model().entity(entity)),
                bound,
                false,
                new ArrayList<>(mayBeMissing ? List.of(text) : List.of()));
    }

    /** A value or expression to compare with, as the statement writes it. */
    String operand(Object operand) {
        if (operand instanceof Expression expression) {
            String other = new ExpressionCompiler(scope, "", gaps).any(expression, type, path);
            return ignoreCase && Rebuilding.path(expression).isPresent() ? "lower(" + other + ")" : other;
        }
        return bound(value(operand));
    }

    /** A converted value, as the statement writes it. */
    String bound(Object value) {
        boolean calculated = type.isEmpty() && related.isEmpty();
        String parameter = calculated
                ? scope.statement().bindNumber(value)
                : scope.statement().bind(value);
        return ignoreCase ? "lower(" + parameter + ")" : parameter;
    }

    /** The condition that there is a value, unless there always is one. */
    Optional<String> present() {
        return gaps.stream().distinct().map(text -> text + " is not null").reduce((one, more) -> one + " and " + more);
    }

    /** A value in the type of the subject. */
    Object value(Object value) {
        String place = scope.statement().place();
        if (related.isPresent()) {
            return key(place, related.get(), value);
        }
        if (type.isEmpty()) {
            if (!(value instanceof Number)) {
                throw Problems.noNumberValue(place, path, value.getClass());
            }
            return value;
        }
        return Values.operand(place, path, type.get(), value);
    }

    private Object key(String place, EntityDescription target, Object value) {
        if (!target.type().isInstance(value)) {
            throw Problems.noEntity(place, path, target, value.getClass());
        }
        if (entityBound) {
            return value;
        }
        Object id = scope.statement()
                .model()
                .unit()
                .get(value, Values.singleId(place, target).name());
        if (id == null) {
            throw Problems.newEntity(place, path);
        }
        return id;
    }

    /** The parts of the key of an entity. */
    List<Object> keyOf(Object row, List<String> parts) {
        Statement statement = scope.statement();
        Map<String, Object> key = RowKey.complete(statement.model(), related.orElseThrow(), row)
                .orElseThrow(() -> Problems.newEntity(statement.place(), path));
        return parts.stream().map(key::get).toList();
    }

    void require(Relation relation) {
        boolean unordered = related.isPresent()
                || type.filter(each ->
                                each == boolean.class || each == Boolean.class || each.isEnum() || each.isArray())
                        .isPresent();
        if (relation.isOrdered() && unordered) {
            throw Problems.noOrder(scope.statement().place(), path);
        }
    }

    /** Checks that a column of a query gives values that this can be one of. */
    void requireComparable(Located column) {
        Class<?> own = related.<Class<?>>map(entity ->
                        Values.singleId(scope.statement().place(), entity).type())
                .or(() -> type)
                .orElse(Long.class);
        if (entityBound || !Conversion.isComparable(own, column.type())) {
            throw QueryProblems.subqueryType(scope.statement().place(), path, own, column);
        }
    }

    void requireText() {
        if (type.filter(each -> each == String.class).isEmpty()) {
            throw Problems.noText(scope.statement().place(), path, type, related.isPresent());
        }
    }
}
