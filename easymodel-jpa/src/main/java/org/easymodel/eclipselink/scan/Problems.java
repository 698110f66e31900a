package org.easymodel.eclipselink.scan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.failure.Problem;
import org.easymodel.relate.RelationshipDescription;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static ConfigurationException noUnit(String unit, List<String> known) {
        return new ConfigurationException(new Problem(
                "EM-1003",
                unit.isEmpty() ? "META-INF/persistence.xml" : "persistence unit '" + unit + "'",
                known.isEmpty()
                        ? "there is no META-INF/persistence.xml with a persistence unit on the class path."
                        : unit.isEmpty()
                                ? "there are several persistence units: " + String.join(", ", known) + "."
                                : "there is no persistence unit of that name, but " + String.join(", ", known) + ".",
                known.isEmpty() ? "Add the file." : "Name one of them."));
    }

    static ConfigurationException noEntity(String entity, List<String> known) {
        return new ConfigurationException(new Problem(
                "EM-1025",
                entity,
                "there is no entity of that name, but " + String.join(", ", known) + ".",
                "Name one of them."));
    }

    static InvalidModelException invalidModel(List<Problem> problems) {
        return new InvalidModelException(
                problems.stream()
                        .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::toString))
                        .toList(),
                null);
    }

    static Problem notRelational(String entity) {
        return new Problem(
                "EM-1010",
                entity,
                "the entity is not mapped to tables of a relational database, so that the schema has none for it.",
                "");
    }

    static Problem renamedInverse(List<RelationshipDescription> several) {
        RelationshipDescription first = several.get(0);
        return new Problem(
                "EM-1129",
                first.entity(),
                several.size() + " keys lead to " + first.target() + ", so that it has "
                        + several.stream()
                                .map(each -> "'" + each.inverse().orElseThrow() + "'")
                                .collect(Collectors.joining(" and "))
                        + "; with one key the name would be another.",
                "Name the other sides with @References(inverse = ...), so that a further key changes none of them.");
    }

    static Problem unknownType(String place, String type) {
        return new Problem(
                "EM-1011",
                place,
                "EclipseLink has no column type for " + type + ", and takes a text.",
                "Say how it is stored, by a converter or by @Column(columnDefinition = ...).");
    }

    static Problem serialized(String place, String type) {
        return new Problem(
                "EM-1012",
                place,
                "EclipseLink stores the type " + type + " as serialized Java bytes.",
                "Use a converter, such as @Convert(converter = UtcInstantConverter.class) for an Instant; or say @Lob if"
                        + " bytes are meant.");
    }

    static Problem unknownGenerator(String entity, String generator) {
        return new Problem(
                "EM-1013",
                entity,
                "its ids come from the generator '" + generator
                        + "', which is no sequence, table or identity column, so that the schema has nothing for it.",
                "Create what it needs in a revision of your own.");
    }

    static Problem nameTwice(String name, String table, String otherTable, String instead) {
        return new Problem(
                "EM-1014",
                table,
                "the name " + name + " of a constraint or index is used by " + otherTable
                        + " too, and a database has it only once; here it is " + instead + ".",
                "Name one of them in the mapping, as in @Index(name = ...), @UniqueConstraint(name = ...) or"
                        + " @ForeignKey(name = ...).");
    }

    static Problem unlisted(String className, String unit) {
        return new Problem(
                "EM-1015",
                className,
                "the class is an @Entity, but the persistence unit '" + unit + "' does not contain it.",
                "Add <class>" + className + "</class> to the unit in persistence.xml, or take"
                        + " <exclude-unlisted-classes> out.");
    }

    static Problem offsetLost(String place, String type) {
        return new Problem(
                "EM-1016",
                place,
                "EclipseLink stores an " + type + " without its offset, as the time in the zone of the JVM.",
                "Use a converter to a time in UTC, or an Instant with UtcInstantConverter.");
    }

    static Problem typesDiffer(String place, String type, List<String> others) {
        return new Problem(
                "EM-1017",
                place,
                "mappings that share the column want different types: it is " + type + ", not "
                        + String.join(" or ", others) + ".",
                "Let them agree, by the Java types or the @Column of one of them.");
    }

    static Problem foreignKeyDefinition(String place, String part) {
        return new Problem(
                "EM-1018",
                place,
                "its foreignKeyDefinition holds '" + part + "', which the schema does not describe.",
                "Add it in a revision of your own.");
    }

    static Problem noColumn(String table, String key, List<String> columns) {
        return new Problem(
                "EM-1019",
                table,
                key + " names " + String.join(", ", columns) + ", which is no column of the table; it is left out.",
                "Write the name of the column as the mapping gives it.");
    }

    static Problem targetNotUnique(String place, String table, List<String> columns) {
        return new Problem(
                "EM-1020",
                place,
                "the key leads to " + table + "(" + String.join(", ", columns)
                        + "), which is neither primary nor unique key, so that there can be no constraint.",
                "Make the columns unique with @Column(unique = true) or @UniqueConstraint.");
    }

    static Problem noDefaultValue(String place, String type) {
        return new Problem(
                "EM-1021",
                place,
                "the text of its @DefaultValue is no " + type + ", so that the column has no default value.",
                "Write the value as the annotation's Javadoc says.");
    }

    static Problem tableOptions(String entity, String options) {
        return new Problem(
                "EM-1022",
                entity,
                "the options '" + options + "' of its @Table are not described by the schema.",
                "Add them in a revision of your own.");
    }

    static Problem options(String place, String part, String options) {
        return new Problem(
                "EM-1029",
                place,
                "the options '" + options + "' of its " + part + " are not described by the schema.",
                "Add them in a revision of your own.");
    }

    static Problem noSecondPrecision(String place) {
        return new Problem(
                "EM-1032",
                place,
                "its @Column says secondPrecision = 0, which the schema does not describe; the column has the precision of"
                        + " the database.",
                "Change the type in a revision of your own, or say it with @Column(columnDefinition = ...).");
    }

    static Problem instantInZone(String place) {
        return new Problem(
                "EM-1033",
                place,
                "EclipseLink stores an Instant as the time in the zone of the JVM, where an hour comes twice a year.",
                "Use @Convert(converter = UtcInstantConverter.class).");
    }

    static Problem noAttribute(String entity, String attribute, String annotation) {
        return new Problem(
                "EM-1023",
                entity,
                annotation + " names '" + attribute
                        + "', which is no attribute with a column of its own; it is left out.",
                "Name attributes of the entity.");
    }

    static Problem noDefinition(String place, String definition) {
        return new Problem(
                "EM-1026",
                place,
                "the columnDefinition '" + definition + "' is no type; the type of the attribute is taken.",
                "Correct it, or take it out.");
    }

    static Problem tablePerTenant(String entity) {
        return new Problem(
                "EM-1027",
                entity,
                "each tenant has tables of its own, whose names are known only at run time; the schema has those without"
                        + " a tenant.",
                "Create the tables of each tenant when it comes.");
    }

    static Problem inCircle(String place, String entity) {
        return new Problem(
                "EM-1028",
                place,
                "the relationship is required, but the keys of " + entity
                        + " lead in a circle, where EclipseLink inserts rows with empty keys and fills them later; so the"
                        + " column may be empty.",
                "Say @JoinColumn(nullable = false) if rows never lead in a circle.");
    }

    static Problem unaryGenerator(String generator) {
        return new Problem(
                "EM-1024",
                "generator " + generator,
                "its table needs one row with the count, which the schema does not describe.",
                "Insert it in a revision of your own.");
    }
}
