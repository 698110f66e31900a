package org.easymodel.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.easymodel.failure.Problem;
import org.easymodel.model.PolymorphicRule;
import org.easymodel.model.RelationshipRule;

/** Entities as rules in code see them: the attributes that a rule names say what it says. Pure. */
public final class RuledEntities {

    private RuledEntities() {}

    /**
     * The entities with what the rules say of their attributes.
     *
     * @param source the name of the class that has the rules
     * @param problems gets the rules that lead nowhere
     */
    public static List<EntityDescription> of(
            List<EntityDescription> entities, String source, List<RelationshipRule> rules, List<Problem> problems) {
        List<EntityDescription> ruled = new ArrayList<>(entities);
        for (RelationshipRule rule : rules) {
            Set<String> met = new HashSet<>();
            ruled.replaceAll(entity ->
                    rule.entity().isAssignableFrom(entity.type()) ? apply(entity, source, rule, met) : entity);
            boolean any = ruled.stream().anyMatch(entity -> rule.entity().isAssignableFrom(entity.type()));
            if (!any) {
                problems.add(Problems.ruleWithoutEntity(source, rule.entity()));
            } else if (rule.target().isPresent()
                    && !rule.ids().isEmpty()
                    && rule.ids().size() != rule.attributes().size()) {
                problems.add(Problems.ruleWithOtherParts(source, rule));
            } else {
                rule.attributes().stream()
                        .filter(attribute -> !met.contains(attribute))
                        .forEach(attribute ->
                                problems.add(Problems.ruleWithoutAttribute(source, rule.entity(), attribute)));
            }
        }
        return ruled;
    }

    /**
     * The entities with what the rules say of their polymorphic pairs.
     *
     * @param source the name of the class that has the rules
     * @param problems gets the rules that lead nowhere
     */
    public static List<EntityDescription> ofPairs(
            List<EntityDescription> entities, String source, List<PolymorphicRule> rules, List<Problem> problems) {
        List<EntityDescription> ruled = new ArrayList<>(entities);
        for (PolymorphicRule rule : rules) {
            Set<String> met = new HashSet<>();
            ruled.replaceAll(entity ->
                    rule.entity().isAssignableFrom(entity.type()) ? apply(entity, source, rule, met) : entity);
            if (ruled.stream().noneMatch(entity -> rule.entity().isAssignableFrom(entity.type()))) {
                problems.add(Problems.ruleWithoutEntity(source, rule.entity()));
            } else if (!met.contains(rule.key())) {
                problems.add(Problems.ruleWithoutAttribute(source, rule.entity(), rule.key()));
            }
        }
        return ruled;
    }

    /** The type attribute is found from the key, and must not say otherwise. */
    private static EntityDescription apply(
            EntityDescription entity, String source, PolymorphicRule rule, Set<String> met) {
        PolymorphicReference reference = new PolymorphicReference(
                rule.targets(),
                rule.values(),
                rule.type(),
                rule.attribute(),
                rule.inverse(),
                rule.onDelete(),
                rule.removesOrphans(),
                Optional.of(source));
        UnaryOperator<AttributeDescription> change = attribute -> {
            if (attribute.name().equals(rule.type())) {
                return attribute.closed();
            }
            if (!attribute.name().equals(rule.key())) {
                return attribute;
            }
            met.add(attribute.name());
            return attribute.referring(reference);
        };
        return entity.withAttributes(
                entity.attributes().stream().map(change).toList(),
                entity.embedded().stream().map(change).toList());
    }

    private static EntityDescription apply(
            EntityDescription entity, String source, RelationshipRule rule, Set<String> met) {
        UnaryOperator<AttributeDescription> change = attribute -> {
            int index = rule.attributes().indexOf(attribute.name());
            if (index < 0) {
                return attribute;
            }
            met.add(attribute.name());
            return rule.target().isEmpty() ? attribute.closed() : attribute.referring(reference(rule, index, source));
        };
        return entity.withAttributes(
                entity.attributes().stream().map(change).toList(),
                entity.embedded().stream().map(change).toList());
    }

    private static Reference reference(RelationshipRule rule, int index, String source) {
        boolean named = rule.ids().size() == rule.attributes().size();
        return new Reference(
                rule.target().orElseThrow(),
                named ? rule.ids().get(index) : "",
                rule.attribute(),
                rule.inverse(),
                rule.onDelete(),
                rule.removesOrphans(),
                rule.constraint(),
                Optional.of(source));
    }
}
