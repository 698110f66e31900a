package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;

/**
 * Finds what may give the numbers of a table that the database does not number: a schema does not say who draws from which
 * generator. Those that come or go in the same plan are it; where none does, each of those that stay may be. A sequence that
 * comes may take the place of each that goes.
 */
final class Numbering {

    private Numbering() {}

    /** The changes of a plan, each change of numbering or sequences with the generators on its other side. */
    static List<Change> noted(List<Change> plan, SchemaModel before, SchemaModel after) {
        List<Sequence> staying = new ArrayList<>(after.sequences());
        Set<String> old = before.sequences().stream().map(Sequence::sql).collect(Collectors.toSet());
        staying.removeIf(sequence -> !old.contains(sequence.sql()));
        List<Sequence> created = new ArrayList<>();
        List<Sequence> dropped = new ArrayList<>();
        List<Change.AddGeneratorRow> added = new ArrayList<>();
        for (Change change : plan) {
            if (change instanceof Change.CreateSequence create) {
                created.add(create.sequence());
            } else if (change instanceof Change.DropSequence drop) {
                dropped.add(drop.sequence());
            } else if (change instanceof Change.AddGeneratorRow add) {
                added.add(add);
            }
        }
        List<Change.AddGeneratorRow> rows = rows(after);
        return plan.stream()
                .map(change -> {
                    if (change instanceof Change.CreateSequence create) {
                        return new Change.CreateSequence(create.sequence(), alike(create.sequence(), dropped));
                    }
                    if (change instanceof Change.DropSequence drop) {
                        return new Change.DropSequence(drop.sequence(), alike(drop.sequence(), created));
                    }
                    if (!(change instanceof Change.ChangeIdentity identity)) {
                        return change;
                    }
                    List<Sequence> near = identity.after().identity() ? dropped : created;
                    boolean clear = !near.isEmpty() || !identity.after().identity() && !added.isEmpty();
                    return identity.with(
                            rising(clear ? near : staying),
                            clear ? (identity.after().identity() ? List.of() : added) : rows);
                })
                .toList();
    }

    /** The sequences that go in the same direction. */
    private static List<Sequence> alike(Sequence sequence, List<Sequence> others) {
        return others.stream()
                .filter(each -> Long.signum(each.increment()) == Long.signum(sequence.increment()))
                .toList();
    }

    /** Numbers go up; a sequence that goes down gives none of them. */
    private static List<Sequence> rising(List<Sequence> sequences) {
        return sequences.stream().filter(each -> each.increment() > 0).toList();
    }

    private static List<Change.AddGeneratorRow> rows(SchemaModel schema) {
        List<Change.AddGeneratorRow> rows = new ArrayList<>();
        for (Table table : schema.tables()) {
            table.generatorRows().forEach(row -> rows.add(new Change.AddGeneratorRow(table.name(), row)));
        }
        return rows;
    }
}
