package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.KeyDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.relate.RelationshipDescription.Origin;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;

class DeletePlanTest {

    @Test
    void of_chain_putsChildrenFirst() {
        DeletePlan plan = plan(
                leading("B", "A", OnDelete.CASCADE),
                leading("C", "A", OnDelete.CASCADE),
                leading("B", "C", OnDelete.REFUSE));
        assertThat(plan.order()).containsExactly("B", "C", "A");
        assertThat(plan.needsKeys()).isTrue();
        assertThat(plan.cascading("A")).hasSize(2);
        assertThat(plan.refusing("C")).hasSize(1);
    }

    @Test
    void of_refusalsOnly_needsNoKeys() {
        assertThat(plan(leading("B", "A", OnDelete.REFUSE)).needsKeys()).isFalse();
        assertThat(plan(leading("B", "A", OnDelete.REFUSE)).order()).containsExactly("A");
    }

    @Test
    void of_circleOfCascades_isRefused() {
        assertThatThrownBy(() -> plan(leading("B", "A", OnDelete.CASCADE), leading("A", "B", OnDelete.CASCADE)))
                .hasMessage("EM-2011 A.deleteWhere: the rule that rows of A go with others leads back to A."
                        + " Change onDelete of one of the references in the circle.");
    }

    @Test
    void of_cascadeThatDoesNotLeadBack_isRefused() {
        assertThatThrownBy(() -> plan(relationship("A", "B", OnDelete.CASCADE, Origin.DECLARED_CASCADE)))
                .hasMessage(
                        "EM-2016 A.deleteWhere: the mapping removes the rows of 'A.b' too, and those do not lead back."
                                + " Remove the entity through the entity manager.");
    }

    private static DeletePlan plan(RelationshipDescription... relationships) {
        ModelDescription model = new ModelDescription(
                List.of(entity("A"), entity("B"), entity("C")), List.of(relationships), List.of(), List.of());
        return DeletePlan.of(
                new Model(
                        model,
                        null,
                        false,
                        null,
                        new InitialValues(null, Map.of()),
                        new NaturalKeys(Map.of()),
                        BeanRules.NONE),
                "A.deleteWhere",
                entity("A"));
    }

    private static EntityDescription entity(String name) {
        AttributeDescription id = new AttributeDescription(
                "id",
                Long.class,
                Role.ID,
                Identifier.of("ID"),
                true,
                false,
                true,
                true,
                false,
                0,
                Optional.empty(),
                false);
        return new EntityDescription(
                name,
                Object.class,
                TableName.of(name),
                Optional.empty(),
                List.of(id),
                Set.of(),
                List.of(),
                true,
                List.of(),
                List.of(),
                false,
                false);
    }

    private static RelationshipDescription leading(String from, String to, OnDelete onDelete) {
        return relationship(from, to, onDelete, Origin.REFERENCED);
    }

    private static RelationshipDescription relationship(String from, String to, OnDelete onDelete, Origin origin) {
        String name = to.toLowerCase(java.util.Locale.ROOT);
        return new RelationshipDescription(
                from,
                name,
                Cardinality.MANY_TO_ONE,
                to,
                true,
                KeyDescription.of(name + "Id", "id"),
                Optional.empty(),
                Optional.empty(),
                false,
                onDelete,
                false,
                origin,
                "it is written so");
    }
}
