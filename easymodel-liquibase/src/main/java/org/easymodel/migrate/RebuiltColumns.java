package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Finds the columns that one branch gives another type or numbering while the other changes what is built over them: the
 * steps of the one would take off and put back what the other knows nothing of.
 */
final class RebuiltColumns {

    private static final String FACT =
            "one branch gives it another type or numbering, and the other changes what is built over it";

    private RebuiltColumns() {}

    /**
     * The clashes of one branch with the rest.
     *
     * @param base what both began with
     * @param side what the branch made of it
     * @param merged both together
     */
    static List<BranchMerge.Clash> clashes(SchemaState base, SchemaState side, SchemaState merged) {
        List<BranchMerge.Clash> clashes = new ArrayList<>();
        for (Object part : base.parts().values()) {
            if (part instanceof Table old) {
                table(side, old.name()).ifPresent(now -> rebuilt(old, now)
                        .filter(column -> !over(column, old.name(), side).equals(over(column, old.name(), merged)))
                        .forEach(column -> clashes.add(new BranchMerge.Clash(
                                old.name() + "." + column, FACT, Set.of(StateFile.of(old.name()))))));
            }
        }
        return clashes;
    }

    private static Stream<Identifier> rebuilt(Table old, Table now) {
        return old.columns().stream()
                .filter(column -> now.column(column.name())
                        .filter(each -> !each.type().equals(column.type()) || each.identity() != column.identity())
                        .isPresent())
                .map(Column::name);
    }

    private static List<Object> over(Identifier column, TableName table, SchemaState state) {
        List<Object> built = new ArrayList<>(
                table(state, table).map(each -> Leaning.over(column, each)).orElse(List.of()));
        for (Object part : state.parts().values()) {
            if (part instanceof Table owner) {
                owner.foreignKeys().stream()
                        .filter(key ->
                                owner.name().equals(table) && key.columns().contains(column)
                                        || key.target().equals(table)
                                                && key.targetColumns().contains(column))
                        .forEach(key -> built.add(new Change.AddForeignKey(owner.name(), key)));
            }
        }
        return built;
    }

    private static Optional<Table> table(SchemaState state, TableName name) {
        return Optional.ofNullable((Table) state.parts().get(StateFile.of(name)));
    }
}
