package org.easymodel.engine;

import java.util.Optional;
import org.easymodel.query.Expression;
import org.easymodel.query.Relation;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;

/**
 * What a condition is about: an attribute, a to-one relationship, or a calculation.
 *
 * @param text as the statement writes it
 * @param path as it was written
 * @param attribute the attribute; of a relationship the id at its other end; empty for a calculation
 * @param related the entity at the other end, for a relationship
 * @param entityBound whether the statement compares with the entity itself, for want of a key
 */
record Subject(
        Scope scope,
        String text,
        String path,
        Optional<AttributeDescription> attribute,
        Optional<EntityDescription> related,
        boolean entityBound) {

    /** A value or expression to compare with, as the statement writes it. */
    String operand(Object operand) {
        if (operand instanceof Expression expression) {
            return new ExpressionCompiler(scope).any(expression);
        }
        return scope.statement().bind(value(operand));
    }

    /** A value in the type of the subject. */
    Object value(Object value) {
        String place = scope.statement().place();
        if (related.isPresent()) {
            return key(place, related.get(), value);
        }
        if (attribute.isEmpty()) {
            if (!(value instanceof Number)) {
                throw Problems.noNumberValue(place, path, value.getClass());
            }
            return value;
        }
        return Values.operand(place, path, attribute.get(), value);
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

    void require(Relation relation) {
        boolean unordered = related.isPresent()
                || attribute
                        .map(AttributeDescription::type)
                        .filter(type ->
                                type == boolean.class || type == Boolean.class || type.isEnum() || type == byte[].class)
                        .isPresent();
        if (relation.isOrdered() && unordered) {
            throw Problems.noOrder(scope.statement().place(), path);
        }
    }

    void requireText() {
        if (attribute.filter(each -> each.type() == String.class).isEmpty() || related.isPresent()) {
            throw Problems.noText(scope.statement().place(), path, attribute);
        }
    }
}
