package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;

/** Makes the whole schema of a model in an empty database, without files. Immutable. */
record SchemaCreation(ConnectionSource source, MigrationProgress progress, Duration lockWait) {

    private static final int NAMED = 10;

    MigrationOutcome create(SchemaModel model) {
        Set<String> there = MigrationThread.call(() -> tables(model));
        if (!there.isEmpty()) {
            throw StartProblems.notEmpty(there.stream().limit(NAMED).toList(), there.size());
        }
        RevisionGraph none = RevisionGraph.of(List.of());
        SchemaDiff diff =
                SchemaDiff.between(none.state(), model, RevisionOptions.none()).requireFeasible();
        if (diff.isEmpty()) {
            return new MigrationOutcome(MigrationOutcome.Direction.UPGRADE, List.of(), 0, List.of());
        }
        RevisionDraft draft = Revision.draft(none, "Create all", diff, model, List.of());
        Revision revision = draft.with(ChangelogWriter.write(draft, org.easymodel.migrate.ChangelogFormat.YAML)
                .text());
        return new MigrationRunner(source, RevisionGraph.of(List.of(revision)), progress, lockWait)
                .upgrade(List.of(revision));
    }

    /** The tables and views of the schemas in which the model lies, and of the connection's own. */
    private Set<String> tables(SchemaModel model) throws SQLException {
        Connection connection = Connections.open(source);
        try {
            DatabaseMetaData facts = connection.getMetaData();
            Set<String> schemas = new LinkedHashSet<>();
            schemas.add(connection.getSchema());
            Stream.concat(
                            model.tables().stream().map(table -> table.name().schema()),
                            model.sequences().stream().map(Sequence::schema))
                    .flatMap(Optional::stream)
                    .forEach(schema -> schemas.add(stored(facts, schema)));
            Set<String> names = new TreeSet<>();
            for (String schema : schemas) {
                try (ResultSet tables = facts.getTables(connection.getCatalog(), schema, "%", null)) {
                    while (tables.next()) {
                        String name = tables.getString("TABLE_NAME");
                        if (isOfUsers(tables.getString("TABLE_TYPE")) && !isOfLiquibase(name)) {
                            names.add(name);
                        }
                    }
                }
            }
            return names;
        } finally {
            Connections.close(connection);
        }
    }

    private static boolean isOfUsers(String type) {
        return Set.of("TABLE", "BASE TABLE", "VIEW", "MATERIALIZED VIEW", "PARTITIONED TABLE")
                .contains(type);
    }

    private static boolean isOfLiquibase(String name) {
        return name.toUpperCase(Locale.ROOT).startsWith(History.TABLE);
    }

    private static String stored(DatabaseMetaData facts, Identifier name) {
        try {
            return !name.delimited() && facts.storesLowerCaseIdentifiers()
                    ? name.text().toLowerCase(Locale.ROOT)
                    : name.text();
        } catch (SQLException e) {
            throw Problems.unexpected(e);
        }
    }
}
