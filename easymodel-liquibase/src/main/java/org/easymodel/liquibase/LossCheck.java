package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionStep;
import org.easymodel.migrate.TypeConversion;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/**
 * Looks at the rows before revisions are taken back: what was created since and holds something would be gone, what was
 * dropped would come back empty, and what was written since may not fit an old type. An empty table or column is no loss.
 * For one thread.
 */
final class LossCheck {

    private final Connection connection;
    private final Dialect dialect;
    private final List<RevisionStep> renamesSince = new ArrayList<>();
    private final Map<TableName, Table> tables = new HashMap<>();
    private final Set<TableName> created = new HashSet<>();
    private final List<Map.Entry<TableName, Problem>> moved = new ArrayList<>();
    private final Set<String> retyped = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> misfits = new ArrayList<>();

    LossCheck(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /**
     * Refuses a loss unless it is accepted, and what cannot be stored in any case.
     *
     * @param leaving the revisions that are taken back, the newest first
     */
    void check(List<Revision> leaving, LossPolicy losses) throws SQLException {
        readTables(leaving);
        for (Revision revision : leaving) {
            for (RevisionStep step : revision.steps()) {
                check(revision, step);
            }
            renamesSince.addAll(
                    0,
                    revision.steps().stream()
                            .filter(step -> step.operation().startsWith("Rename")
                                    && !step.to().isEmpty())
                            .toList());
        }
        connection.rollback();
        moved.stream()
                .filter(entry -> !created.contains(entry.getKey()))
                .forEach(entry -> problems.add(entry.getValue()));
        List<Problem> refused = new ArrayList<>(misfits);
        if (losses == LossPolicy.REFUSE) {
            refused.addAll(problems);
        }
        if (!refused.isEmpty()) {
            throw Problems.refused(refused);
        }
    }

    private void check(Revision revision, RevisionStep step) throws SQLException {
        if (step.danger().equals("data-loss") && step.operation().startsWith("Drop")) {
            problems.add(Problems.downgradeCannotRestore(revision.folder(), step.target()));
        } else if (step.operation().equals("CreateTable")) {
            TableName table = TableName.parse(presentTable(step.target()));
            created.add(table);
            if (exists(table, null) && count(table, "") > untouchedRows(table)) {
                problems.add(Problems.downgradeLoses(revision.folder(), step.target(), "the rows"));
            }
        } else if (step.operation().equals("AddGeneratorRow")) {
            checkGenerator(revision, step);
        } else if (step.operation().equals("ModifyType")) {
            checkType(revision, step);
        } else if (step.operation().equals("AddColumn")) {
            String target = presentColumn(step.target());
            TableName table = TableName.parse(target.substring(0, lastDot(target)));
            Identifier column = column(target);
            if (exists(table, column) && count(table, " WHERE " + sql(column) + " IS NOT NULL") > 0) {
                problems.add(Problems.downgradeLoses(revision.folder(), step.target(), "the values"));
            }
        }
    }

    /**
     * Of several changes of one type, the values are of the newest; the older ones are guarded by their own steps, as are
     * those that a data step may change on its way back. */
    private void checkType(Revision revision, RevisionStep step) throws SQLException {
        String target = presentColumn(step.target());
        TableName table = TableName.parse(target.substring(0, lastDot(target)));
        Identifier column = column(target);
        if (!retyped.add(target) || !exists(table, column)) {
            return;
        }
        TypeConversion there = new TypeConversion(ColumnType.parse(step.from()), ColumnType.parse(step.to()));
        TypeConversion back = there.reversed();
        if (there.effect() == TypeConversion.Effect.CUT && count(table, " WHERE " + sql(column) + " IS NOT NULL") > 0) {
            problems.add(Problems.downgradeStaysCut(revision.folder(), step.target()));
        }
        Optional<String> condition = new ConversionText(back, dialect).misfits(sql(column));
        if (condition.isPresent() && count(table, " WHERE " + condition.get()) > 0) {
            if (back.effect() == TypeConversion.Effect.CUT) {
                problems.add(
                        Problems.downgradeLoses(revision.folder(), step.target(), "the time of the day in the values"));
            } else if (revision.steps().stream()
                    .noneMatch(each -> each.operation().matches("Run(Sql|Java)"))) {
                misfits.add(Problems.downgradeDoesNotFit(revision.folder(), target, step.from()));
            }
        }
    }

    private static Identifier column(String target) {
        return Identifier.of(target.substring(lastDot(target) + 1));
    }

    /** The tables as the newest of the revisions has them, by their present names. */
    private void readTables(List<Revision> leaving) {
        for (Revision revision : leaving) {
            revision.tables().forEach(table -> tables.putIfAbsent(table.name(), table));
        }
    }

    /** The rows of generators from which no id was drawn: a revision put them there, and puts them there again. */
    private long untouchedRows(TableName table) throws SQLException {
        long untouched = 0;
        for (GeneratorRow row : rows(table)) {
            untouched += count(table, where(row, " = "));
        }
        return untouched;
    }

    private void checkGenerator(Revision revision, RevisionStep step) throws SQLException {
        TableName former = TableName.parse(step.target().substring(0, lastDot(step.target())));
        TableName table = TableName.parse(presentTable(former.sql()));
        for (GeneratorRow row : rows(table)) {
            if (new Change.AddGeneratorRow(former, row).target().equals(step.target())
                    && exists(table, row.valueColumn())
                    && count(table, where(row, " <> ")) > 0) {
                moved.add(Map.entry(table, Problems.downgradeLoses(revision.folder(), step.target(), "the count")));
            }
        }
    }

    private List<GeneratorRow> rows(TableName table) {
        return tables.containsKey(table) ? tables.get(table).generatorRows() : List.of();
    }

    private String where(GeneratorRow row, String comparison) throws SQLException {
        return " WHERE " + sql(row.nameColumn()) + " = '" + row.name().replace("'", "''") + "' AND "
                + sql(row.valueColumn()) + comparison + row.value();
    }

    private String presentTable(String table) {
        String present = table;
        for (RevisionStep rename : renamesSince) {
            if (rename.operation().equals("RenameTable") && rename.target().equals(present)) {
                present = rename.to();
            }
        }
        return present;
    }

    private String presentColumn(String column) {
        String present = column;
        for (RevisionStep rename : renamesSince) {
            String table = present.substring(0, lastDot(present));
            if (rename.operation().equals("RenameTable") && rename.target().equals(table)) {
                present = rename.to() + present.substring(lastDot(present));
            } else if (rename.operation().equals("RenameColumn")
                    && rename.target().equals(present)) {
                present = rename.to();
            }
        }
        return present;
    }

    private static int lastDot(String name) {
        int quote = name.endsWith("\"") ? name.lastIndexOf('"', name.length() - 2) : name.length();
        return name.lastIndexOf('.', quote);
    }

    private boolean exists(TableName table, Identifier column) throws SQLException {
        DatabaseMetaData facts = connection.getMetaData();
        String schema =
                table.schema().isPresent() ? stored(facts, table.schema().get()) : connection.getSchema();
        String name = stored(facts, table.name());
        try (ResultSet found = column == null
                ? facts.getTables(connection.getCatalog(), schema, name, null)
                : facts.getColumns(connection.getCatalog(), schema, name, stored(facts, column))) {
            return found.next();
        }
    }

    private static String stored(DatabaseMetaData facts, Identifier name) throws SQLException {
        return !name.delimited() && facts.storesLowerCaseIdentifiers()
                ? name.text().toLowerCase(Locale.ROOT)
                : name.text();
    }

    private long count(TableName table, String where) throws SQLException {
        String schema = table.schema().isPresent() ? sql(table.schema().get()) + "." : "";
        try (Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT COUNT(*) FROM " + schema + sql(table.name()) + where)) {
            return count.next() ? count.getLong(1) : 0;
        }
    }

    /** In quotes, with the letters that the database has stored: no word is reserved then. */
    private String sql(Identifier name) throws SQLException {
        return '"' + stored(connection.getMetaData(), name) + '"';
    }
}
