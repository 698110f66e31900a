package org.easymodel.eclipselink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Check;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Table;
import org.easymodel.schema.UniqueKey;

/**
 * Names of constraints and indexes that two tables share: a schema has each only once, and {@code IX_A_B_C} is made of
 * {@code A_B(C)} as of {@code A(B, C)}.
 */
final class NameClashes {

    private NameClashes() {}

    static List<Problem> of(Collection<Table> tables) {
        List<Problem> problems = new ArrayList<>();
        Map<List<Object>, Table> owners = new HashMap<>();
        for (Table table : tables) {
            names(table).forEach(name -> {
                Table other = owners.putIfAbsent(List.of(table.name().schema(), name), table);
                if (other != null && other != table) {
                    problems.add(Problems.nameTwice(
                            name.sql(), table.name().sql(), other.name().sql()));
                }
            });
        }
        return problems;
    }

    private static Stream<Identifier> names(Table table) {
        return Stream.of(
                        table.primaryKey().stream().map(PrimaryKey::name),
                        table.uniqueKeys().stream().map(UniqueKey::name),
                        table.foreignKeys().stream().map(ForeignKey::name),
                        table.checks().stream().map(Check::name),
                        table.indexes().stream().map(Index::name))
                .flatMap(names -> names);
    }
}
