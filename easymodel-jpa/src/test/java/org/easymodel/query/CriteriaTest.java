package org.easymodel.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.greaterThan;
import static org.easymodel.query.Conditions.isNull;

import jakarta.data.Sort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    @Test
    void of_map_isReadInTheOrderOfItsKeys() {
        assertThat(Criteria.of(Map.of("b", 1, "a", isNull(), "c", List.of(1, 2))))
                .hasToString("(a is null and b = ? and c in (2 values))");
    }

    @Test
    void of_nestedMap_isOneRelatedRow() {
        assertThat(Criteria.of(Map.of("author", Map.of("name", "x*")))).hasToString("author has name like ?");
        assertThat(Criteria.of(Map.of("author", Map.of("$or", List.of(Map.of("a", 1), Map.of("b", 2))))))
                .hasToString("author has (a = ? or b = ?)");
    }

    @Test
    void of_operators_areAllMet() {
        assertThat(Criteria.of(Map.of("a", Map.of("$gt", 1, "$not", Map.of("$in", List.of())))))
                .hasToString("(a > ? and not a in (0 values))");
    }

    @Test
    void of_conditions_speakOfTheirKey() {
        assertThat(Criteria.of(Map.of("a", greaterThan(attribute("b"))))).hasToString("a > b");
        assertThat(Criteria.of(Map.of("a", attribute("a.b").equalTo(1)))).hasToString("a.b = ?");
        assertThatThrownBy(() -> Criteria.of(Map.of("a", attribute("b").equalTo(1))))
                .hasMessage("EM-1210 a: the condition under this key is about 'b'."
                        + " Put it under its own key, or pass it beside the map with where(...).");
    }

    @Test
    void of_whatCannotBeRead_isRefused() {
        assertThatThrownBy(() -> Criteria.of(Map.of("a", Map.of("$similar", "x"))))
                .hasMessage(
                        "EM-1206 a: there is no operator '$similar'. The operators are $eq, $ne, $gt, $gte, $lt, $lte, $in,"
                                + " $nin, $like, $ilike, $between, $null, $contains, $startsWith, $endsWith, $not, $and, $or.");
        assertThatThrownBy(() -> Criteria.of(Map.of("a", Map.of("$between", List.of(1)))))
                .hasMessage("EM-1207 a: $between takes a collection of two bounds.");
        assertThatThrownBy(() -> Criteria.of(Map.of("", 1)))
                .hasMessage(
                        "EM-1208 criteria: a key is not a text or is empty. The keys are names of attributes or operators.");
        assertThatThrownBy(() -> Criteria.of(Map.of("a", Map.of())))
                .hasMessage("EM-1209 a: the map is empty and says nothing about the related row."
                        + " Name an attribute in it, or leave the key out.");
        Map<String, Object> cyclic = new HashMap<>();
        cyclic.put("a", cyclic);
        assertThatThrownBy(() -> Criteria.of(cyclic))
                .hasMessage("EM-1212 criteria: the maps are nested more than 64 deep. A map must not contain itself.");
    }

    @Test
    void expressions_withoutOperands_areRefused() {
        assertThatThrownBy(() -> attribute(" "))
                .hasMessage("EM-1201 attribute: the path is empty. Name an attribute, such as 'author.name'.");
        assertThatThrownBy(() -> Ordering.parse("-"))
                .hasMessage("EM-1202 orderBy: the path is empty. Name an attribute, such as '-createdAt'.");
        assertThatThrownBy(() -> attribute("a").greaterThan(null))
                .hasMessage("EM-1203 a >: the operand is null. Ask for missing values with isNull() or notNull().");
        assertThatThrownBy(() -> attribute("a").plus("b"))
                .hasMessage(
                        "EM-1205 a +: the operand is no number. Give a number or an expression such as attribute(\"price\").");
        assertThat(Ordering.of(Sort.ascIgnoreCase("a"))).isEqualTo(new Ordering("a", false, false, true));
    }

    @Test
    void negate_twice_isTheCondition() {
        Condition condition = attribute("a").equalTo(1);
        assertThat(condition.negate().negate()).isEqualTo(condition);
        assertThat(attribute("a").equalTo(null)).isEqualTo(attribute("a").isNull());
    }
}
