package org.easymodel.eclipselink.scan;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.easymodel.eclipselink.Members;
import org.easymodel.eclipselink.SqlNames;
import org.easymodel.failure.Problem;
import org.easymodel.model.Comment;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.Indexed;
import org.easymodel.schema.Check;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * What the annotations on a basic attribute say of its column. Immutable.
 *
 * @param defaultValue the default value as SQL text
 * @param check the condition of the values, by enumeration or Bean Validation
 * @param checks the conditions that are written out
 * @param index the index that is asked for
 * @param comment the comment
 */
record ColumnRules(
        Optional<String> defaultValue,
        Optional<String> check,
        List<Check> checks,
        Optional<Index> index,
        Optional<String> comment) {

    static ColumnRules of(
            MappedAttribute attribute,
            AbstractDirectMapping mapping,
            DirectColumn column,
            Session session,
            Consumer<Problem> warnings,
            String place) {
        TableName table = SqlNames.table(mapping.getField().getTable());
        Identifier name = SqlNames.column(mapping.getField());
        Optional<String> check = Checks.of(name, column);
        Optional<Members> members = attribute.members();
        if (members.isEmpty()) {
            return new ColumnRules(
                    Optional.empty(), check, List.of(), Optional.empty(), Kept.comment(mapping.getField()));
        }
        List<Annotation> annotations = members.get().annotations();
        Optional<String> defaultValue = members.get()
                .annotation(DefaultValue.class)
                .flatMap(given -> {
                    Optional<String> sql =
                            Literals.of(given.value(), column.attributeType(), column.converter(), session);
                    if (sql.isEmpty()) {
                        warnings.accept(Problems.noDefaultValue(
                                place, column.attributeType().getSimpleName()));
                    }
                    return sql;
                });
        return new ColumnRules(
                defaultValue,
                check,
                checks(table, annotations),
                members.get().annotation(Indexed.class).map(indexed -> index(table, name, indexed)),
                comment(members, mapping.getField()));
    }

    /** What our own annotations on a relationship say of its key: an index, and conditions. */
    static void addToKey(TableDraft table, MappedAttribute attribute, List<Identifier> columns, String place) {
        attribute.members().ifPresent(members -> {
            checks(table.name(), members.annotations()).forEach(check -> table.addCheck(check, place));
            members.annotation(Indexed.class)
                    .ifPresent(indexed -> table.addIndex(
                            Index.of(
                                    SqlNames.nameOr(indexed.name(), ConstraintNames.index(table.name(), columns)),
                                    columns,
                                    indexed.unique()),
                            place + " is @Indexed"));
        });
    }

    private static List<Check> checks(TableName table, List<Annotation> annotations) {
        List<Check> checks = new ArrayList<>();
        annotations.forEach(
                annotation -> ours(annotation).forEach(ours -> checks.add(check(table, ours.name(), ours.value()))));
        return checks;
    }

    /** The checks in our own annotation, single or repeated. */
    static Stream<org.easymodel.model.Check> ours(Annotation annotation) {
        if (annotation instanceof org.easymodel.model.Check single) {
            return Stream.of(single);
        }
        return annotation instanceof org.easymodel.model.Check.List several
                ? Stream.of(several.value())
                : Stream.empty();
    }

    static Check check(TableName table, String name, String condition) {
        return new Check(SqlNames.nameOr(name, ConstraintNames.check(table, condition)), condition);
    }

    private static Index index(TableName table, Identifier column, Indexed indexed) {
        List<Identifier> columns = List.of(column);
        return Index.of(
                SqlNames.nameOr(indexed.name(), ConstraintNames.index(table, columns)), columns, indexed.unique());
    }

    /** Our own comment, else that of Jakarta Persistence. */
    static Optional<String> comment(Optional<Members> members, DatabaseField column) {
        return members.flatMap(found -> found.annotation(Comment.class))
                .map(Comment::value)
                .filter(text -> !text.isBlank())
                .or(() -> Kept.comment(column));
    }
}
