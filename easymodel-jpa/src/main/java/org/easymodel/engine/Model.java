package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.failure.Nearest;
import org.easymodel.failure.Problem;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.spi.PersistentUnit;

/**
 * The model of a unit with the questions that the engine asks.
 *
 * @param constrainsNamed whether the schema has constraints for keys that are inferred by name alone
 */
record Model(
        ModelDescription description,
        PersistentUnit unit,
        boolean constrainsNamed,
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
    static Model of(PersistentUnit unit, EntityManagerFactory factory, boolean constrainsNamed) {
        List<Problem> problems = new ArrayList<>();
        Anatomy anatomy = new Anatomy(unit, factory);
        InitialValues initialValues = InitialValues.of(unit.model(), anatomy, problems);
        NaturalKeys naturalKeys = NaturalKeys.of(unit.model(), anatomy, problems);
        Problems.refuseModelIfAny(problems);
        BeanRules beanRules = BeanRules.of(unit, factory, anatomy);
        return new Model(unit.model(), unit, constrainsNamed, anatomy, initialValues, naturalKeys, beanRules);
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

    /** The relationship over a polymorphic pair under that attribute, if there is one. */
    Optional<PolymorphicDescription> polymorphic(EntityDescription entity, String attribute) {
        return description.polymorphic(entity.name(), attribute);
    }

    List<PolymorphicDescription> polymorphic(EntityDescription entity) {
        return description.polymorphic(entity.name());
    }

    /** The same as a relationship to rows of one entity, or of one that it extends, if the pair may lead to them. */
    Optional<RelationshipDescription> toward(PolymorphicDescription pair, EntityDescription target) {
        return description.target(pair, target.name()).map(pair::toward);
    }

    /** The entity behind a polymorphic pair whose name was probably meant by a word that is none. */
    Optional<String> meant(PolymorphicDescription pair, String word) {
        List<String> names = description.entities().stream()
                .map(EntityDescription::name)
                .filter(name -> description.named(pair, name).isPresent())
                .toList();
        return word.isEmpty() ? Optional.empty() : Nearest.to(word, names);
    }

    /** A relationship, over a polymorphic pair toward rows of an entity. */
    Optional<RelationshipDescription> relationship(
            EntityDescription entity, String attribute, EntityDescription target) {
        return relationship(entity, attribute)
                .or(() -> polymorphic(entity, attribute).flatMap(pair -> toward(pair, target)));
    }

    /**
     * The to-one relationship by which a row of a graph leads to another: over a polymorphic pair, toward that one's entity, and
     * toward any if it leads nowhere.
     */
    RelationshipDescription leading(Node node, String attribute) {
        Node target = node.toOne.get(attribute);
        return relationship(node.entity, attribute).orElseGet(() -> {
            PolymorphicDescription pair = polymorphic(node.entity, attribute).orElseThrow();
            return Optional.ofNullable(target)
                    .flatMap(each -> toward(pair, each.entity))
                    .orElseGet(() -> pair.toward(pair.targets().get(0)));
        });
    }

    /**
     * Whether a key may be filled and lead to no row, since the schema has no constraint for it. One that cannot be followed to
     * the other row is taken to lead there.
     */
    boolean mayDangle(RelationshipDescription relationship) {
        if (!relationship.inferred()
                || !relationship.owner()
                || relationship.polymorphic()
                || isSpread(target(relationship))) {
            return false;
        }
        EntityDescription owner = entity(relationship.entity());
        boolean stated = constrainsNamed || relationship.origin() == RelationshipDescription.Origin.REFERENCED;
        return !stated
                || relationship.key().attributes().stream()
                        .flatMap(name -> owner.attribute(name).flatMap(AttributeDescription::reference).stream())
                        .anyMatch(reference -> !reference.constraint());
    }

    /** Whether the rows of an entity are in the tables of several, which no one statement orders, limits or counts. */
    boolean isSpread(EntityDescription entity) {
        return !unit.spread(entity.name()).isEmpty();
    }

    /** The entities by which all rows of an entity are counted and changed, each row by one of them. */
    List<EntityDescription> parts(EntityDescription entity) {
        List<String> parts = unit.spread(entity.name());
        return parts.isEmpty()
                ? List.of(entity)
                : parts.stream().map(this::entity).toList();
    }

    /** The other side of a relationship, if it has a name there. */
    Optional<RelationshipDescription> inverse(RelationshipDescription relationship) {
        if (relationship.polymorphic() && !relationship.owner()) {
            return relationship
                    .inverse()
                    .flatMap(attribute -> description.polymorphic(relationship.target(), attribute))
                    .flatMap(pair -> toward(pair, entity(relationship.entity())));
        }
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

    /** Whether the provider keeps a relationship in a table of pairs, as the collection of its entity says. */
    boolean keepsPairs(RelationshipDescription relationship) {
        return !relationship.inferred()
                && relationship.toMany()
                && relationship.key().isEmpty()
                && relationship.inverse().isEmpty()
                && inverse(relationship).filter(RelationshipDescription::owner).isEmpty();
    }

    /** The to-one relationship of an entity whose key is or contains that attribute, if there is one. */
    Optional<RelationshipDescription> byKey(EntityDescription entity, String attribute) {
        Stream<RelationshipDescription> pairs = polymorphic(entity).stream()
                .map(pair -> pair.toward(pair.targets().get(0)));
        return Stream.concat(relationships(entity).stream(), pairs)
                .filter(relationship ->
                        relationship.owner() && relationship.attributes().contains(attribute))
                .findFirst();
    }

    /** The to-one relationships of any entity that lead to rows of this one, be it as rows of an entity that it extends. */
    List<RelationshipDescription> leadingTo(EntityDescription entity) {
        Stream<RelationshipDescription> pairs = description.polymorphic().stream()
                .flatMap(pair -> pair.targets().stream().map(pair::toward));
        return Stream.concat(description.relationships().stream(), pairs)
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

    /** The relationships that are a part of the primary key, where its attributes are not all of it. */
    List<RelationshipDescription> idRelationships(EntityDescription entity) {
        return entity.wholeId()
                ? List.of()
                : relationships(entity).stream()
                        .filter(each -> each.owner()
                                && !each.toMany()
                                && each.key().isEmpty()
                                && anatomy.isId(entity.type(), each.attribute()))
                        .toList();
    }

    /** The paths to all values of the primary key: its attributes, and those of rows that relationships in it lead to. */
    List<String> idPaths(EntityDescription entity) {
        return Stream.concat(
                        entity.id().stream().map(AttributeDescription::name),
                        idRelationships(entity).stream().flatMap(each -> idPaths(target(each)).stream()
                                .map(path -> each.attribute() + "." + path)))
                .toList();
    }

    /** Whether there is no object that is of the entity and of none that extends it. */
    boolean isAbstract(EntityDescription entity) {
        return Modifier.isAbstract(entity.type().getModifiers());
    }

    /** The entities of which there can be objects, among the entity and those that extend it. */
    List<EntityDescription> concretes(EntityDescription entity) {
        return Stream.concat(
                        Stream.of(entity),
                        description.entities().stream()
                                .filter(each -> each != entity && entity.type().isAssignableFrom(each.type())))
                .filter(each -> !isAbstract(each))
                .toList();
    }

    /** The entity, or one that extends it, of which there can be objects. */
    EntityDescription concrete(EntityDescription entity) {
        return concretes(entity).stream().findFirst().orElse(entity);
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
                                Stream.concat(
                                        relationships(entity).stream().map(RelationshipDescription::attribute),
                                        polymorphic(entity).stream().map(PolymorphicDescription::attribute))),
                        anatomy.parts(entity.type()).stream().map(Part::name))
                .distinct()
                .sorted()
                .toList();
    }
}
