package org.easymodel.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;

/** In what type numbers are calculated and summed up: the same on every database. */
final class NumberKind {

    private static final Set<Class<?>> SMALL = Set.of(Byte.class, Short.class, Integer.class);

    private NumberKind() {}

    /** The type of a sum: whole numbers become {@code Long}, the others keep their kind. */
    static Class<?> ofSum(List<Class<?>> types) {
        List<Class<?>> boxed = types.stream().<Class<?>>map(Conversion::boxed).toList();
        if (boxed.contains(Double.class) || boxed.contains(Float.class)) {
            return Double.class;
        }
        if (boxed.contains(BigDecimal.class)) {
            return BigDecimal.class;
        }
        return boxed.contains(BigInteger.class) ? BigInteger.class : Long.class;
    }

    /** Whether a database may sum up in a type that is too small. */
    static boolean isSmall(List<Class<?>> types) {
        return types.stream().map(Conversion::boxed).allMatch(SMALL::contains);
    }

    /**
     * A number in a type, whatever type the database gives.
     *
     * @throws ArithmeticException if it is a whole number that is too large for the type
     */
    static Object in(Class<?> type, Object value) {
        if (type.isInstance(value) || !(value instanceof Number number)) {
            return value;
        }
        if (type == Long.class) {
            return new BigDecimal(number.toString()).longValueExact();
        }
        if (type == Double.class) {
            return number.doubleValue();
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(number.toString());
        }
        return type == BigInteger.class ? new BigDecimal(number.toString()).toBigInteger() : value;
    }
}
