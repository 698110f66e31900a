package org.easymodel.contract.scan.models;

import static org.easymodel.contract.scan.models.Difference.Kind.CHECK;
import static org.easymodel.contract.scan.models.Difference.Kind.DEFAULT;
import static org.easymodel.contract.scan.models.Difference.Kind.FOREIGN_KEY;
import static org.easymodel.contract.scan.models.Difference.Kind.INDEX;
import static org.easymodel.contract.scan.models.Difference.Kind.PRIMARY_KEY;
import static org.easymodel.contract.scan.models.Difference.Kind.REQUIRED;
import static org.easymodel.contract.scan.models.Difference.Kind.ROW;
import static org.easymodel.contract.scan.models.Difference.Kind.TABLE;
import static org.easymodel.contract.scan.models.Difference.Kind.TYPE;
import static org.easymodel.contract.scan.models.Difference.Kind.UNIQUE;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.contract.scan.models.Difference.Kind;

/** Everything in which our tables may differ from those that EclipseLink makes; {@code docs/schema.md} lists it. */
final class Improvements {

    private static final String ANY_TEXT = "CHARACTER VARYING\\(1000000000\\)";
    private static final Pattern LENGTH = Pattern.compile("CHARACTER VARYING\\((\\d+)\\)");

    private static final List<Improvement> ALL = List.of(
            of(
                    "required",
                    "Columns of primitives, versions, discriminators, positions in lists, keys of maps, elements of"
                            + " collections and required attributes are NOT NULL. EclipseLink leaves them nullable,"
                            + " though it never writes null.",
                    difference -> difference.kind() == REQUIRED && difference.isChange("nullable", "required")),
            of(
                    "not-required",
                    "What one class of a hierarchy in one table requires is nullable, since rows of its siblings leave it"
                            + " empty. So is a position in a list that EclipseLink writes by a second statement.",
                    difference -> difference.kind() == REQUIRED && difference.isChange("required", "nullable")),
            type(
                    "length",
                    "Text has the length of the mapping, 255 by default. EclipseLink gives it none in H2.",
                    ANY_TEXT,
                    LENGTH.pattern()),
            type(
                    "large",
                    "Large and serialized values are CLOB and BLOB, which have no limit in any database.",
                    "(CHARACTER|BINARY) VARYING\\(1000000000\\)",
                    "(CHARACTER|BINARY) LARGE OBJECT"),
            type("uuid", "A UUID is one: 16 bytes instead of text without a limit.", ANY_TEXT, "UUID"),
            type("float", "A float has 32 bits, as in Java.", "DOUBLE PRECISION", "REAL"),
            type(
                    "decimal",
                    "A decimal number without precision has two digits after the point. EclipseLink gives it none, and H2"
                            + " rounds.",
                    "NUMERIC\\(38,0\\)",
                    "NUMERIC\\(\\d+,[1-9]\\d*\\)"),
            type(
                    "count",
                    "The count of a generator table has 31 digits, the most that all databases have.",
                    "NUMERIC\\(38,0\\)",
                    "NUMERIC\\(31,0\\)"),
            type(
                    "enumeration",
                    "The position of an enumeration in a collection is a number, which is what EclipseLink writes into the"
                            + " text column that it makes.",
                    ANY_TEXT,
                    "INTEGER"),
            of(
                    "widest",
                    "A column that several classes of a table share takes the longest of their lengths. EclipseLink takes"
                            + " that of the last class that it reads.",
                    difference -> difference.kind() == TYPE && length(difference.theirs()) < length(difference.ours())),
            of(
                    "collection-key",
                    "The table of a collection that cannot hold a value twice has a primary key.",
                    difference -> difference.kind() == PRIMARY_KEY && difference.isOnlyOurs()),
            of(
                    "map-key",
                    "The primary key of a map's table is over the owner and the key of the map, not over the value.",
                    difference -> difference.kind() == PRIMARY_KEY
                            && difference.theirs().isPresent()
                            && difference.ours().isPresent()),
            of(
                    "foreign-key",
                    "Every key has its constraint. EclipseLink leaves out all of a table as soon as one of them is named,"
                            + " and loses the columns of those of secondary, join and collection tables.",
                    onlyOurs(FOREIGN_KEY)),
            of(
                    "no-foreign-key",
                    "A relationship that is inferred from a name alone has no constraint unless the unit asks for it.",
                    difference -> difference.kind() == FOREIGN_KEY && difference.isOnlyTheirs()),
            of(
                    "index",
                    "Keys that our annotations and inference know have an index, and so has the key of a collection whose"
                            + " table has no primary key that begins with it.",
                    onlyOurs(INDEX)),
            of(
                    "unique",
                    "A one-to-one relationship by a column is unique, and so is the pair of a link. A column whose type the"
                            + " mapping gives as SQL keeps its constraint.",
                    onlyOurs(UNIQUE)),
            new Improvement(
                    "unique-is-primary-key",
                    "A unique constraint over the columns of the primary key says nothing more, and is left out.",
                    (difference, ours) -> difference.kind() == UNIQUE
                            && difference.isOnlyTheirs()
                            && ours.hasPrimaryKey(difference.subject())),
            of(
                    "check",
                    "Ranges of Bean Validation, names of enumerations and our own checks are constraints.",
                    onlyOurs(CHECK)),
            of("default", "What an attribute gets if it is given nothing stands in the schema.", onlyOurs(DEFAULT)),
            of(
                    "table",
                    "Tables that EclipseLink fails to make: that of a generator in a schema, and two of one name in two"
                            + " schemas.",
                    onlyOurs(TABLE)),
            of(
                    "no-table",
                    "No table is made for the collection of an abstract class whose subclasses have their own tables.",
                    difference -> difference.kind() == TABLE && difference.isOnlyTheirs()),
            of("generator-row", "Rows of generators that EclipseLink fails to write.", onlyOurs(ROW)));

    private Improvements() {}

    static List<Improvement> all() {
        return ALL;
    }

    /** The reason for a difference from ours, if there is one. */
    static Optional<Improvement> of(Difference difference, SchemaFacts ours) {
        return ALL.stream()
                .filter(each -> each.matches().test(difference, ours))
                .findFirst();
    }

    private static Improvement of(String name, String explanation, Predicate<Difference> matches) {
        return new Improvement(name, explanation, (difference, ours) -> matches.test(difference));
    }

    private static Improvement type(String name, String explanation, String theirs, String ours) {
        return of(
                name,
                explanation,
                difference -> difference.kind() == TYPE
                        && difference.theirs().orElse("").matches(theirs)
                        && difference.ours().orElse("").matches(ours));
    }

    private static Predicate<Difference> onlyOurs(Kind kind) {
        return difference -> difference.kind() == kind && difference.isOnlyOurs();
    }

    private static int length(Optional<String> type) {
        return type.map(LENGTH::matcher)
                .filter(Matcher::matches)
                .map(length -> Integer.parseInt(length.group(1)))
                .orElse(0);
    }
}
