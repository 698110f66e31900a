package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.spi.PersistentUnit;

/** The model of a unit with the questions that the engine asks. */
record Model(
        ModelDescription description,
        PersistentUnit unit,
        Anatomy anatomy,
        InitialValues initialValues,
        NaturalKeys naturalKeys,
        BeanRules beanRules) {

    /**
     * The model of a unit.
     *
     * @throws org.easymodel.failure.InvalidModelException if an annotation of an entity cannot be used, with all problems at
     *     once
     */
    static Model of(PersistentUnit unit, EntityManagerFactory factory) {
        List<Problem> problems = new ArrayList<>();
        Anatomy anatomy = new Anatomy(unit, factory);
        InitialValues initialValues = InitialValues.of(unit.model(), anatomy, problems);
        NaturalKeys naturalKeys = NaturalKeys.of(unit.model(), anatomy, problems);
        Problems.refuseModelIfAny(problems);
        BeanRules beanRules = BeanRules.of(unit, factory, anatomy);
        return new Model(unit.model(), unit, anatomy, initialValues, naturalKeys, beanRules);
    }

    EntityDescription entity(String name) {
        return description
                .entity(name)
                .orElseThrow(() -> new IllegalArgumentException("The unit has no entity " + name));
    }

    EntityDescription target(RelationshipDescription relationship) {
        return entity(relationship.target());
    }

    List<RelationshipDescription> relationships(EntityDescription entity) {
        return description.relationships(entity.name());
    }

    Optional<RelationshipDescription> relationship(EntityDescription entity, String attribute) {
        return description.relationship(entity.name(), attribute);
    }

    /** The other side of a relationship, if it has a name there. */
    Optional<RelationshipDescription> inverse(RelationshipDescription relationship) {
        return relationship
                .inverse()
                .flatMap(attribute -> description.relationship(relationship.target(), attribute))
                .or(() -> description.relationships(relationship.target()).stream()
                        .filter(other -> other.target().equals(relationship.entity())
                                && other.inverse()
                                        .filter(relationship.attribute()::equals)
                                        .isPresent())
                        .findFirst());
    }

    /** The to-one relationship of an entity whose key is or contains that attribute, if there is one. */
    Optional<RelationshipDescription> byKey(EntityDescription entity, String attribute) {
        return relationships(entity).stream()
                .filter(relationship ->
                        relationship.owner() && relationship.key().has(attribute))
                .findFirst();
    }

    /** The to-one relationships of any entity that lead to rows of this one, be it as rows of an entity that it extends. */
    List<RelationshipDescription> leadingTo(EntityDescription entity) {
        return description.relationships().stream()
                .filter(relationship ->
                        relationship.owner() && description.related(relationship.target(), entity.name()))
                .toList();
    }

    /** Whether rows of an entity lead to those of another one, over any number of others between them. */
    boolean leadsTo(String entity, String target) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(entity));
        while (!open.isEmpty()) {
            for (RelationshipDescription relationship : description.relationships(open.remove())) {
                if (relationship.owner() && reached.add(relationship.target())) {
                    open.add(relationship.target());
                }
            }
        }
        return reached.contains(target);
    }

    /** Whether the rows of the entity only link two other entities. */
    boolean isLink(String entity) {
        return description.relationships().stream().anyMatch(relationship -> relationship
                .link()
                .filter(link -> link.entity().equals(entity))
                .isPresent());
    }

    /** The names of attributes and relationships, sorted. */
    List<String> names(EntityDescription entity) {
        return Stream.concat(
                        Stream.concat(
                                entity.attributes().stream().map(AttributeDescription::name),
                                relationships(entity).stream().map(RelationshipDescription::attribute)),
                        anatomy.parts(entity.type()).stream().map(Part::name))
                .distinct()
                .sorted()
                .toList();
    }
}
