package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionStep;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * Looks at the rows before revisions are taken back: what was created since and holds something would be gone, and what
 * was dropped would come back empty. An empty table or column is no loss. For one thread.
 */
final class LossCheck {

    private final Connection connection;
    private final List<RevisionStep> renamesSince = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    LossCheck(Connection connection) {
        this.connection = connection;
    }

    /**
     * Refuses a loss.
     *
     * @param leaving the revisions that are taken back, the newest first
     */
    void check(List<Revision> leaving) throws SQLException {
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
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
    }

    private void check(Revision revision, RevisionStep step) throws SQLException {
        if (step.danger().equals("data-loss")) {
            problems.add(Problems.downgradeCannotRestore(revision.folder(), step.target()));
        } else if (step.operation().equals("CreateTable")) {
            TableName table = TableName.parse(presentTable(step.target()));
            if (exists(table, null) && counts("SELECT COUNT(*) FROM " + table)) {
                problems.add(Problems.downgradeLoses(revision.folder(), step.target(), "the rows"));
            }
        } else if (step.operation().equals("AddColumn")) {
            String target = presentColumn(step.target());
            TableName table = TableName.parse(target.substring(0, lastDot(target)));
            Identifier column = Identifier.of(target.substring(lastDot(target) + 1));
            if (exists(table, column)
                    && counts("SELECT COUNT(*) FROM " + table + " WHERE " + column + " IS NOT NULL")) {
                problems.add(Problems.downgradeLoses(revision.folder(), step.target(), "the values"));
            }
        }
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

    private boolean counts(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(sql)) {
            return count.next() && count.getLong(1) > 0;
        }
    }
}
