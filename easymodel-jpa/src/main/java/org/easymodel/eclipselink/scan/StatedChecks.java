package org.easymodel.eclipselink.scan;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AssociationOverrides;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.AttributeOverrides;
import jakarta.persistence.Column;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseTable;

/** The check constraints and comments that Jakarta Persistence 3.2 lets mappings give to tables and columns. */
final class StatedChecks {

    private StatedChecks() {}

    /** Adds what EclipseLink keeps on a table: of the entity, secondary, join or collection table. */
    static void add(TableDraft draft, DatabaseTable table, String source) {
        Kept.comment(table).ifPresent(draft::setComment);
        Pattern madeUp = Pattern.compile("CHK_" + Pattern.quote(table.getName()) + "_\\d+");
        Kept.checks(table)
                .forEach((name, condition) -> draft.addCheck(
                        ColumnRules.check(draft.name(), madeUp.matcher(name).matches() ? "" : name, condition),
                        source));
    }

    /** Adds what the annotations of an attribute say of its columns, all of which are in the table. */
    static void add(TableDraft draft, List<Annotation> annotations, String source) {
        annotations.stream()
                .filter(Stated::isOfPersistence)
                .flatMap(StatedChecks::columns)
                .flatMap(column -> Stated.checks(column).stream())
                .map(stated -> ColumnRules.check(draft.name(), stated[0], stated[1]))
                .forEach(check -> draft.addCheck(check, source));
    }

    /** The annotation with those of columns inside of it; overrides speak of other attributes, and tables keep their own. */
    private static Stream<Annotation> columns(Annotation annotation) {
        if (isOverride(annotation)) {
            return Stream.empty();
        }
        boolean column = annotation.annotationType().getSimpleName().endsWith("Column");
        return Stream.concat(
                column ? Stream.of(annotation) : Stream.empty(),
                Stated.nested(annotation).stream().flatMap(StatedChecks::columns));
    }

    private static boolean isOverride(Annotation annotation) {
        return annotation instanceof AttributeOverride
                || annotation instanceof AttributeOverrides
                || annotation instanceof AssociationOverride
                || annotation instanceof AssociationOverrides;
    }

    /** Whether the mapping wants no digits after the second, which EclipseLink does not tell from one that says nothing. */
    static boolean isWithoutFraction(List<Annotation> annotations) {
        return annotations.stream().filter(Column.class::isInstance).anyMatch(column -> Stated.value(
                        column, "secondPrecision")
                .filter(digits -> digits.equals(0))
                .isPresent());
    }
}
