package org.easymodel.engine;

import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.ConstraintViolatedException.Kind;
import org.easymodel.failure.InvalidModelException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Nearest;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowCountException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/** The messages of this package: 12xx paths and conditions, 20xx verbs; {@link GraphProblems} and {@link DatabaseProblems} have the rest. */
final class Problems {

    private Problems() {}

    static InvalidRequestException request(String code, String place, String fact, String remedy) {
        return new InvalidRequestException(new Problem(code, place, fact, remedy));
    }

    static Problem value(String code, String place, String path, String fact, String remedy) {
        return new Problem(code, place, "'" + path + "' " + fact, remedy);
    }

    static void throwIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidRequestException(List.copyOf(problems), null);
        }
    }

    static InvalidRequestException noAttribute(
            String place,
            String path,
            int from,
            String segment,
            EntityDescription entity,
            List<String> names,
            List<String> meant) {
        Optional<String> theOnly = entity.attribute(segment).isPresent() && meant.size() == 1
                ? Optional.of(meant.get(0))
                : Optional.empty();
        return request(
                "EM-1204",
                place,
                "there is no attribute '" + path + "'.",
                has(entity.name(), names)
                        + suggestion(theOnly.or(() -> Nearest.to(segment, meant))
                                .map(nearest ->
                                        path.substring(0, from) + nearest + path.substring(from + segment.length()))));
    }

    static String has(String owner, List<String> names) {
        return owner + " has " + String.join(", ", names) + ".";
    }

    static String suggestion(Optional<String> nearest) {
        return nearest.map(name -> " Did you mean '" + name + "'?").orElse("");
    }

    private static String anExample(String path, EntityDescription target) {
        String attribute = target.attributes().isEmpty()
                ? "..."
                : target.attributes().get(0).name();
        return "such as '" + path + "." + attribute + "'";
    }

    static InvalidRequestException noAttributeButRelationship(
            String place, String path, RelationshipDescription relationship, EntityDescription target) {
        return request(
                "EM-1213",
                place,
                "'" + path + "' is a relationship to " + relationship.target() + ", not an attribute.",
                "Name an attribute of it, " + anExample(path, target) + ".");
    }

    static InvalidRequestException noRelationshipButAttribute(String place, String path) {
        return request(
                "EM-1214",
                place,
                "'" + path + "' is an attribute, not a relationship.",
                "Attributes are always loaded; include names relationships.");
    }

    static InvalidRequestException toManyAgainstExpression(String place, String path) {
        return request(
                "EM-1216",
                place,
                "'" + path + "' leads to many rows and is compared with an expression.",
                "Compare it with a value, or use related(...).");
    }

    static InvalidRequestException toManyInExpression(String place, String path, RelationshipDescription relationship) {
        return request(
                "EM-1217",
                place,
                "'" + path + "' leads through '" + relationship.attribute() + "' to many rows.",
                "Calculate and group with attributes over to-one relationships.");
    }

    static InvalidRequestException toManyOrder(String place, String path, RelationshipDescription relationship) {
        return request(
                "EM-1218",
                place,
                "an order by '" + path + "' leads through '" + relationship.attribute() + "' to many rows.",
                "Order by an attribute over to-one relationships.");
    }

    static InvalidRequestException nestedUnderAttribute(String place, String path, AttributeDescription attribute) {
        return request(
                "EM-1219",
                place,
                "'" + path + "' is an attribute of type " + typeName(attribute.type()) + ", not a relationship.",
                "Give a value, or a map of operators such as {\"$gt\": ...}.");
    }

    static InvalidRequestException noSubject(String place) {
        return request(
                "EM-1220",
                place,
                "a condition or expression does not say which attribute it is about.",
                "Put it under a key of a map, or begin with attribute(\"...\").");
    }

    static InvalidRequestException wrongType(String place, String path, Class<?> type, Class<?> given) {
        return request(
                "EM-1221",
                place,
                "'" + path + "' takes " + Conversion.expectation(type) + ", " + Conversion.misfit(type, given) + ".",
                Conversion.remedy(type, given));
    }

    static InvalidRequestException noEntity(String place, String path, EntityDescription target, Class<?> given) {
        return request(
                "EM-1222",
                place,
                "'" + path + "' takes an entity of type " + target.name() + ", not " + valueOf(given) + ".",
                "Ask for its key, " + itsKey(path, target) + ".");
    }

    private static String itsKey(String path, EntityDescription target) {
        return target.id().size() < 2
                ? anExample(path, target)
                : target.id().stream()
                        .map(id -> "'" + path + "." + id.name() + "'")
                        .collect(Collectors.joining(" and ", "all its parts: ", ""));
    }

    static InvalidRequestException newEntity(String place, String path) {
        return request(
                "EM-1223", place, "'" + path + "' is compared with an entity that has no key yet.", "Insert it first.");
    }

    static InvalidRequestException noNumber(String place, String path, Class<?> type) {
        return request(
                "EM-1224",
                place,
                "'" + path + "' is of type " + typeName(type) + ", not a number.",
                "Calculate with numbers only.");
    }

    static InvalidRequestException noNumberValue(String place, String path, Class<?> given) {
        return request(
                "EM-1225", place, "a calculation is compared with " + valueOf(given) + ", not with a number.", "");
    }

    static InvalidRequestException noOrder(String place, String path) {
        return request("EM-1226", place, "'" + path + "' has no order.", "Compare it with equalTo, notEqualTo or in.");
    }

    static InvalidRequestException noText(String place, String path, Optional<Class<?>> type, boolean relationship) {
        return request(
                "EM-1227",
                place,
                "'" + path + "' is "
                        + type.map(each -> "of type " + typeName(each))
                                .orElse(relationship ? "a relationship" : "a calculation")
                        + ", and a text is needed.",
                "Compare it with a value.");
    }

    static InvalidRequestException nullCalculation(String place) {
        return request("EM-1228", place, "isNull() asks about a calculation.", "Ask about an attribute.");
    }

    static InvalidRequestException tooManyValues(String place, String path, int most) {
        return request(
                "EM-1229",
                place,
                "a list of values for '" + path + "' has more than " + most + " of them.",
                "Ask in several queries.");
    }

    static InvalidRequestException negative(String place, String name) {
        return request("EM-1230", place, "the " + name + " is negative.", "Give 0 or more.");
    }

    static InvalidRequestException tooManyPaths(EntityDescription entity, int depth, int most) {
        return request(
                "EM-1239",
                entity.name() + ".includeDepth",
                "all relationships up to the depth " + depth + " are more than " + most
                        + " paths, and every path is a statement.",
                "Name the paths that are needed with include(...).");
    }

    static InvalidRequestException noMapGiven(String place) {
        return request("EM-2017", place, "a map is null.", "Give a map; an empty one restricts or changes nothing.");
    }

    static InvalidRequestException orderBeforeGrouping(String place) {
        return request(
                "EM-1231",
                place,
                "the query has an order, a limit or an offset before groupBy.",
                "Put them behind groupBy, where they speak of groups.");
    }

    static InvalidRequestException labelTaken(String place, String label) {
        return request(
                "EM-1232",
                place,
                "the label '" + label + "' is empty or taken.",
                "Give each column a name of its own.");
    }

    static InvalidRequestException noColumn(String place, String name, List<String> labels) {
        return request(
                "EM-1233",
                place,
                "there is no column '" + name + "' to order by. The columns are " + String.join(", ", labels) + ".",
                suggestion(Nearest.to(name, labels)).strip());
    }

    static InvalidRequestException noColumns(String place) {
        return request(
                "EM-1234",
                place,
                "the grouped query has no columns.",
                "Name a path to group by, or an aggregate such as count(\"rows\").");
    }

    static InvalidRequestException noColumnForComponent(
            String place, Class<?> type, String component, List<String> labels) {
        return request(
                "EM-1235",
                place,
                "the record " + type.getSimpleName() + " has a component '" + component
                        + "' without a column. The columns are " + String.join(", ", labels) + ".",
                suggestion(Nearest.to(component, labels)).strip());
    }

    static InvalidRequestException noValueForComponent(String place, RecordComponent component) {
        return request(
                "EM-1236",
                place,
                "the component '" + component.getName() + "' is primitive and a row has no value for it.",
                "Declare it as " + Conversion.boxed(component.getType()).getSimpleName() + ".");
    }

    static InvalidRequestException wrongComponent(String place, RecordComponent component, Class<?> given) {
        return request(
                "EM-1237",
                place,
                "the component '" + component.getName() + "' is of type " + typeName(component.getType())
                        + ", and the column of type " + typeName(given) + " does not convert to it without loss.",
                "");
    }

    static InvalidRequestException recordRefused(String place, Class<?> type, Throwable cause) {
        return new InvalidRequestException(
                List.of(new Problem(
                        "EM-1238", place, "the record " + type.getSimpleName() + " refused the values of a row.", "")),
                cause);
    }

    static Problem noPart(
            Anatomy anatomy, String place, String path, int from, String segment, @Nullable Class<?> owner) {
        String fact = "there is no attribute '" + path + "'.";
        if (owner == null) {
            return new Problem(
                    "EM-1204", place, fact, "'" + path.substring(0, from - 1) + "' has no attributes of its own.");
        }
        List<String> names =
                anatomy.parts(owner).stream().map(Part::name).sorted().toList();
        return new Problem(
                "EM-1204",
                place,
                fact,
                has(anatomy.nameOf(owner), names)
                        + suggestion(Nearest.to(segment, names)
                                .map(nearest ->
                                        path.substring(0, from) + nearest + path.substring(from + segment.length()))));
    }

    static Problem hidden(String place, String path) {
        return new Problem(
                "EM-1240", place, "'" + path + "' is hidden.", "Leave it out, or read it from the entity itself.");
    }

    static Problem tooDeepPath(String place, int deepest) {
        return new Problem("EM-1241", place, "a path has more than " + deepest + " names.", "Begin nearer to its end.");
    }

    static InvalidRequestException tooDeep(String place, int deepest) {
        return request("EM-1242", place, "the depth is more than " + deepest + ".", "Give a smaller one.");
    }

    static Problem noPartForComponent(
            Anatomy anatomy, String place, Class<?> type, RecordComponent component, Class<?> owner) {
        List<String> names =
                anatomy.parts(owner).stream().map(Part::name).sorted().toList();
        return new Problem(
                "EM-1243",
                place,
                "the record " + type.getSimpleName() + " has a component '" + component.getName()
                        + "' without an attribute.",
                has(anatomy.nameOf(owner), names) + suggestion(Nearest.to(component.getName(), names)));
    }

    static Problem severalPartsForComponent(
            String place, Class<?> type, RecordComponent component, List<String> paths) {
        return new Problem(
                "EM-1244",
                place,
                "the component '" + component.getName() + "' of the record " + type.getSimpleName() + " may mean "
                        + paths.stream().map(path -> "'" + path + "'").collect(Collectors.joining(" or ")) + ".",
                "Give it the name of an attribute, or nest a record.");
    }

    static Problem wrongTypeForComponent(
            String place, Class<?> type, RecordComponent component, String path, String expected) {
        return new Problem(
                "EM-1245",
                place,
                "the component '" + component.getName() + "' of the record " + type.getSimpleName() + " is of type "
                        + component.getGenericType().getTypeName().replaceAll("\\b[a-z][\\w]*\\.|[\\w.]+\\$", "")
                        + ", and '" + path + "' does not convert to it.",
                "Declare it as " + expected + ".");
    }

    static InvalidRequestException noValueForComponent(String place, Class<?> type, RecordComponent component) {
        return request(
                "EM-1246",
                place,
                "the component '" + component.getName() + "' of the record " + type.getSimpleName()
                        + " is primitive, and the entity has no value for it.",
                "Declare it as " + Conversion.boxed(component.getType()).getSimpleName() + ".");
    }

    static InvalidRequestException lossyComponent(
            String place, Class<?> type, RecordComponent component, Class<?> wanted, Class<?> given) {
        return request(
                "EM-1247",
                place,
                "the component '" + component.getName() + "' of the record " + type.getSimpleName() + " takes "
                        + typeName(wanted) + ", and a value of type " + typeName(given)
                        + " does not convert to it without loss.",
                "");
    }

    static InvalidRequestException recordInCircle(String place, Class<?> type, Class<?> entity) {
        return request(
                "EM-1248",
                place,
                "a " + entity.getSimpleName() + " leads back to itself over the components of the record "
                        + type.getSimpleName() + ", so that the record would have no end.",
                "Leave one of the components out, or use toMap.");
    }

    static InvalidRequestException recordTooDeep(String place, Class<?> type, int deepest) {
        return request(
                "EM-1249",
                place,
                "the record " + type.getSimpleName() + " would lie more than " + deepest + " records deep.",
                "Leave one of its components out.");
    }

    static RelationshipNotLoadedException notLoadedForComponent(
            String place, Class<?> type, RecordComponent component, String path, boolean relationship) {
        return new RelationshipNotLoadedException(new Problem(
                "EM-1404",
                place,
                "the component '" + component.getName() + "' of the record " + type.getSimpleName() + " needs '" + path
                        + "', which is not loaded.",
                relationship
                        ? "Ask for it with include(\"" + path + "\") before the query runs."
                        : "Map it without fetch = LAZY."));
    }

    static InvalidRequestException relatedInExpression(String place) {
        return request(
                "EM-1327",
                place,
                "an expression leads over a relationship, which an update of many rows does not take.",
                "Calculate with attributes of the row itself.");
    }

    static Problem wrongDefault(String owner, Part part) {
        String type =
                part instanceof Part.Value value ? "the type " + typeName(value.type()) : "an attribute with one value";
        return new Problem(
                "EM-2018",
                owner + "." + part.name(),
                "the text of @DefaultValue is no value of " + type + ".",
                "Write a number, true or false, an enum constant, a text, or a date in the form of ISO 8601, as the type"
                        + " asks; or 'now' for a date or time.");
    }

    static Problem naturalKeyElsewhere(EntityDescription entity, String attribute) {
        return new Problem(
                "EM-2019",
                entity.name() + "." + attribute,
                "@NaturalKey stands on something that is not one column of this row.",
                "Put it on attributes with one value, and on to-one relationships that this side owns.");
    }

    static ConfigurationException noJson(String place, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-2020",
                        place,
                        "there is no implementation of Jakarta JSON Processing.",
                        "Put org.eclipse.parsson:parsson on the class path; a server has one.")),
                cause);
    }

    static void refuseModelIfAny(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidModelException(
                    problems.stream()
                            .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                            .toList(),
                    null);
        }
    }

    static ConfigurationException noSupport(List<String> known) {
        return new ConfigurationException(new Problem(
                "EM-2002",
                "EasyRepositories",
                "no persistence provider that is supported made this entity manager factory.",
                known.isEmpty()
                        ? "Put easymodel-jpa on the class path as a whole jar, with its META-INF/services."
                        : "Supported is " + String.join(", ", known) + "."));
    }

    static ConfigurationException noEntity(Class<?> type, Model model) {
        return new ConfigurationException(new Problem(
                "EM-2003",
                type.getName(),
                "the class is no entity of the unit '" + model.unit().name() + "'.",
                model.description().entities().isEmpty()
                        ? "The unit has none: check its classes in persistence.xml."
                        : "Its entities are "
                                + model.description().entities().stream()
                                        .map(EntityDescription::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static InvalidRequestException compositeKey(String place, EntityDescription entity) {
        return request(
                "EM-2005",
                place,
                entity.name() + " has a composite key, which this call does not take.",
                "Select by the attributes of the key.");
    }

    static InvalidRequestException wrongId(String place, AttributeDescription id, Class<?> given) {
        return request(
                "EM-2006",
                place,
                "the key '" + id.name() + "' is of type " + typeName(id.type()) + ", and " + valueOf(given)
                        + " was given.",
                "Give the key in its own type.");
    }

    static InvalidRequestException nullId(String place, EntityDescription entity) {
        return request("EM-2007", place, "the key is null.", "Give the key of a row.");
    }

    static InvalidRequestException noEntityGiven(String place, EntityDescription entity) {
        return request("EM-2008", place, "no entity of type " + entity.name() + " is given.", "Give one.");
    }

    static InvalidRequestException emptyCriteria(String place) {
        return request(
                "EM-2009",
                place,
                "the criteria restrict nothing, so that every row would be meant.",
                "Name an attribute. To mean every row, say so, for instance with notNull() under the id.");
    }

    static InvalidRequestException nothingToChange(String place) {
        return request("EM-2010", place, "no change is given.", "");
    }

    static InvalidRequestException cascadeCircle(String place, EntityDescription entity) {
        return request(
                "EM-2011",
                place,
                "the rule that rows of " + entity.name() + " go with others leads back to " + entity.name() + ".",
                "Change onDelete of one of the references in the circle.");
    }

    static InvalidRequestException cascadeWithoutKey(String place, RelationshipDescription relationship) {
        return request(
                "EM-2016",
                place,
                "the mapping removes the rows of '" + relationship + "' too, and those do not lead back.",
                "Remove the entity through the entity manager.");
    }

    static RowNotFoundException noRowToUpdate(String place, EntityDescription entity) {
        return new RowNotFoundException(new Problem(
                "EM-2012",
                place,
                "there is no " + entity.name() + " with the given key.",
                "Use insert for a new row."));
    }

    static RowCountException noRow(String place) {
        return new RowCountException(
                new Problem("EM-2013", place, "one() found no row.", "Use optional() where there may be none."));
    }

    static RowCountException severalRows(String place) {
        return new RowCountException(
                new Problem("EM-2014", place, "there is more than one row.", "Use first() with an order, or list()."));
    }

    static ConstraintViolatedException stillReferenced(String place, RelationshipDescription leading, long count) {
        String attribute =
                leading.key().isEmpty() ? leading.attribute() : leading.key().toString();
        return new ConstraintViolatedException(
                new Problem(
                        "EM-2105",
                        place,
                        count + (count == 1 ? " row of " : " rows of ") + leading.entity() + " (" + attribute + ") "
                                + (count == 1 ? "leads" : "lead") + " to what is to be deleted.",
                        "Delete or change them first, or declare onDelete on '" + leading + "'."),
                Kind.FOREIGN_KEY,
                leading.entity(),
                leading.key().isEmpty() ? List.of(attribute) : leading.key().attributes(),
                "",
                null);
    }

    private static String typeName(Class<?> type) {
        return Conversion.nameOf(type);
    }

    static String valueOf(Class<?> given) {
        return given == Void.class ? "null" : "a value of type " + Conversion.nameOf(given);
    }

    static ConfigurationException noRepositoryInterface(Class<?> type) {
        return new ConfigurationException(new Problem(
                "EM-2220",
                type.getName(),
                "this is no interface that extends EasyRepository or BlockingRepository of an entity.",
                "Write interface UserRepository extends EasyRepository<User>."));
    }

    static ConfigurationException methodWithoutBody(Class<?> type, String method) {
        return new ConfigurationException(new Problem(
                "EM-2221",
                type.getName(),
                "the method '" + method + "' has no body, and a repository has none of that name.",
                "Make it a default method."));
    }
}
