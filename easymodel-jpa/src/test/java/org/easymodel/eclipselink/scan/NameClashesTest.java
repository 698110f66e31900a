package org.easymodel.eclipselink.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.ColumnType.Kind;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;

class NameClashesTest {

    private final List<Problem> warnings = new ArrayList<>();

    @Test
    void names_madeOfTableAndColumns_thatMeet_areTakenApart() {
        List<Table> resolved =
                NameClashes.resolved(List.of(indexed("A", "B", "C"), indexed("A_B", "C")), warnings::add);

        assertThat(resolved)
                .flatExtracting(Table::indexes)
                .extracting(index -> index.name().text())
                .containsExactly("IX_A_B_C", "IX_A_B_C_A_B");
        assertThat(warnings)
                .extracting(Object::toString)
                .containsExactly(
                        "EM-1014 A_B: the name IX_A_B_C of a constraint or index is used by A too, and a database"
                                + " has it only once; here it is IX_A_B_C_A_B. Name one of them in the mapping, as in"
                                + " @Index(name = ...), @UniqueConstraint(name = ...) or @ForeignKey(name = ...).");
    }

    @Test
    void names_ofOneTableOrOfTwoSchemas_stay() {
        Table table = indexed("A", "B");
        Table elsewhere = table.withName(TableName.parse("ARCHIVE.A"));
        List<Table> tables = List.of(table, elsewhere, indexed("A", "C").withName(TableName.of("Z")));

        assertThat(NameClashes.resolved(tables, warnings::add)).isEqualTo(tables);
        assertThat(warnings).isEmpty();
    }

    private static Table indexed(String name, String... columns) {
        TableName table = TableName.of(name);
        List<Identifier> names = Stream.of(columns).map(Identifier::of).toList();
        return Table.of(
                        table,
                        Stream.of(columns)
                                .map(column -> Column.nullable(column, ColumnType.of(Kind.INT64)))
                                .toList())
                .withIndexes(List.of(Index.of(ConstraintNames.index(table, names), names, false)));
    }
}
