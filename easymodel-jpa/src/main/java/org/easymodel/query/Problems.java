package org.easymodel.query;

import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.jspecify.annotations.Nullable;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    private static InvalidRequestException problem(String code, String place, String fact, String remedy) {
        return new InvalidRequestException(List.of(new Problem(code, place, fact, remedy)), null);
    }

    static InvalidRequestException emptyPath() {
        return problem("EM-1201", "attribute", "the path is empty.", "Name an attribute, such as 'author.name'.");
    }

    static InvalidRequestException emptyOrder() {
        return problem("EM-1202", "orderBy", "the path is empty.", "Name an attribute, such as '-createdAt'.");
    }

    static InvalidRequestException nullOperand(String place) {
        return problem("EM-1203", place, "the operand is null.", "Ask for missing values with isNull() or notNull().");
    }

    /** What is given, unless it is null. */
    static <T> T given(String place, @Nullable T operand) {
        if (operand == null) {
            throw nullOperand(place);
        }
        return operand;
    }

    static InvalidRequestException nullCondition(String place) {
        return problem("EM-1250", place, "a condition is null.", "Leave it out; all() without any restricts nothing.");
    }

    static InvalidRequestException noNumber(String place) {
        return problem(
                "EM-1205",
                place,
                "the operand is no number.",
                "Give a number or an expression such as attribute(\"price\").");
    }

    static InvalidRequestException unknownOperator(String key, String operator) {
        return problem(
                "EM-1206",
                key,
                "there is no operator '" + operator + "'.",
                "The operators are " + String.join(", ", Operators.NAMES) + ".");
    }

    static InvalidRequestException operatorAmongNames(String operator) {
        return problem(
                "EM-2264",
                "the criteria",
                "the operator '" + operator + "' stands where names of attributes do.",
                "Put it in a map with nothing but operators, under the attribute that it compares: {\"name\": {\""
                        + operator + "\": ...}}.");
    }

    static InvalidRequestException operand(String key, String operator, String expected) {
        return problem("EM-1207", key, operator + " takes " + expected + ".", "");
    }

    static InvalidRequestException noTextKey(String key) {
        return problem(
                "EM-1208",
                key.isEmpty() ? "criteria" : key,
                "a key is not a text or is empty.",
                "The keys are names of attributes or operators.");
    }

    static InvalidRequestException emptyMap(String key) {
        return problem(
                "EM-1209",
                key,
                "the map is empty and says nothing about the related row.",
                "Name an attribute in it, or leave the key out.");
    }

    static InvalidRequestException otherSubject(String key, String path) {
        return problem(
                "EM-1210",
                key,
                "the condition under this key is about '" + path + "'.",
                "Put it under its own key, or pass it beside the map with where(...).");
    }

    static InvalidRequestException tooDeep(int deepest) {
        return problem(
                "EM-1212",
                "criteria",
                "the maps are nested more than " + deepest + " deep.",
                "A map must not contain itself.");
    }
}
