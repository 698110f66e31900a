package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Check;
import org.easymodel.schema.ConstraintNames;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * Names of constraints and indexes that two tables share: a schema has each only once, and {@code IX_A_B_C} is made of
 * {@code A_B(C)} as of {@code A(B, C)}. The first table keeps the name; in the others it gets a part that is theirs alone.
 */
final class NameClashes {

    private final Consumer<Problem> warnings;
    private final Map<List<Object>, TableName> owners = new HashMap<>();

    private NameClashes(Consumer<Problem> warnings) {
        this.warnings = warnings;
    }

    /** The tables, in their order, with names that are used once. */
    static List<Table> resolved(List<Table> tables, Consumer<Problem> warnings) {
        NameClashes clashes = new NameClashes(warnings);
        return tables.stream().map(clashes::resolved).toList();
    }

    private Table resolved(Table table) {
        table.primaryKey()
                .ifPresent(key -> owners.putIfAbsent(List.of(table.name().schema(), key.name()), table.name()));
        return table.withUniqueKeys(each(
                        table, table.uniqueKeys(), UniqueKey::name, (key, name) -> new UniqueKey(name, key.columns())))
                .withForeignKeys(each(
                        table,
                        table.foreignKeys(),
                        ForeignKey::name,
                        (key, name) ->
                                new ForeignKey(name, key.columns(), key.target(), key.targetColumns(), key.onDelete())))
                .withChecks(
                        each(table, table.checks(), Check::name, (check, name) -> new Check(name, check.condition())))
                .withIndexes(each(table, table.indexes(), Index::name, Index::withName));
    }

    private <T> List<T> each(
            Table table, List<T> constraints, Function<T, Identifier> name, BiFunction<T, Identifier, T> renamed) {
        List<T> result = new ArrayList<>();
        for (T constraint : constraints) {
            Identifier given = name.apply(constraint);
            TableName other = owners.putIfAbsent(List.of(table.name().schema(), given), table.name());
            if (other == null) {
                result.add(constraint);
            } else {
                Identifier own = ConstraintNames.own(given, table.name());
                owners.put(List.of(table.name().schema(), own), table.name());
                warnings.accept(Problems.nameTwice(given.sql(), table.name().sql(), other.sql(), own.sql()));
                result.add(renamed.apply(constraint, own));
            }
        }
        return result;
    }
}
