package org.easymodel.liquibase;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.failure.MigrationException;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.StartingUnit;

/**
 * Development: what the entities have and the revisions have not is applied as a revision of its own, which is recorded in
 * the database instead of a file. When somebody commits a revision that leads to the same schema, it takes the place of the
 * recorded ones; if it leads to another, the recorded ones are taken back first, unless rows or values would be lost.
 */
final class AutoMigration {

    private static final String MESSAGE = "Automatic";
    private static final int ATTEMPTS = 5;

    private final StartingUnit unit;
    private final RevisionGraph committed;
    private final Duration lockWait;
    private final ConnectionSource source;

    AutoMigration(StartingUnit unit, RevisionGraph committed, Duration lockWait) {
        this.unit = unit;
        this.committed = committed;
        this.lockWait = lockWait;
        this.source = LiquibaseMigration.source(unit);
    }

    MigrationOutcome run() {
        SchemaModel model = unit.model().get();
        for (int attempt = 1; ; attempt++) {
            RevisionGraph recorded = recorded();
            RevisionGraph known = settle(recorded);
            SchemaDiff diff = SchemaDiff.between(known.state(), model, RevisionOptions.none());
            if (!diff.problems().isEmpty()) {
                throw StartProblems.notAutomatic(unit.name(), diff.problems());
            }
            if (diff.isEmpty()) {
                return runner(known).upgrade(known.revisions());
            }
            Revision revision = revision(known, diff, model);
            if (record(recorded, revision) || attempt == ATTEMPTS) {
                List<Revision> all = new ArrayList<>(known.revisions());
                all.add(revision);
                return runner(RevisionGraph.of(all)).upgrade(all);
            }
        }
    }

    private static Revision revision(RevisionGraph known, SchemaDiff diff, SchemaModel model) {
        RevisionDraft draft = Revision.draft(known, MESSAGE, diff, model, List.of());
        return draft.with(ChangelogWriter.write(draft, ChangelogFormat.YAML).text());
    }

    private RevisionGraph recorded() {
        return connected(connection -> RecordedRevisions.read(connection, unit.name()));
    }

    /** Two nodes may come here at once: who comes second looks again. */
    private boolean record(RevisionGraph seen, Revision revision) {
        return connected(connection -> {
            Dialect dialect = dialect(connection);
            try (MigrationLock lock = MigrationLock.take(source, dialect, lockWait)) {
                connection.setAutoCommit(false);
                if (!ids(RecordedRevisions.read(connection, unit.name())).equals(ids(seen))) {
                    return false;
                }
                RecordedRevisions.add(connection, dialect, unit.name(), revision);
                return true;
            }
        });
    }

    /** The revisions to go on from: the committed ones, and those recorded ones that still follow them. */
    private RevisionGraph settle(RevisionGraph recorded) {
        List<Revision> local = recorded.revisions().stream()
                .filter(revision -> !ids(committed).contains(revision.id()))
                .toList();
        if (local.isEmpty()) {
            return committed;
        }
        List<Revision> all = new ArrayList<>(committed.revisions());
        all.addAll(local);
        RevisionGraph together = RevisionGraph.of(all);
        if (together.problems().isEmpty()) {
            return together;
        }
        List<Revision> line = together.upTo(local.get(local.size() - 1));
        if (RevisionGraph.of(line).problems().isEmpty()
                && RevisionGraph.of(line)
                        .state()
                        .hash()
                        .equals(committed.state().hash())) {
            runner(committed).stamp(committed.revisions());
        } else {
            takeBack(together, local);
        }
        forget(local);
        return committed;
    }

    private void takeBack(RevisionGraph together, List<Revision> local) {
        try {
            runner(together)
                    .downgrade(
                            applied -> applied.stream().filter(local::contains).toList(), LossPolicy.REFUSE);
        } catch (MigrationException e) {
            throw StartProblems.diverged(
                    unit.name(),
                    committed.heads().stream().map(Revision::folder).toList(),
                    e);
        }
    }

    private void forget(List<Revision> local) {
        connected(connection -> {
            try (MigrationLock lock = MigrationLock.take(source, dialect(connection), lockWait)) {
                connection.setAutoCommit(false);
                for (Revision revision : local) {
                    RecordedRevisions.remove(connection, unit.name(), revision);
                }
                return true;
            }
        });
    }

    private static Dialect dialect(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return Dialect.of(product).orElseThrow(() -> Problems.unknownDatabase(product));
    }

    private static List<String> ids(RevisionGraph graph) {
        return graph.revisions().stream().map(Revision::id).toList();
    }

    private MigrationRunner runner(RevisionGraph graph) {
        return new MigrationRunner(source, graph, LiquibaseMigration.progress(unit), lockWait);
    }

    /** Work with a connection. */
    private interface Connected<T> {
        T run(Connection connection) throws SQLException;
    }

    private <T> T connected(Connected<T> work) {
        return MigrationThread.call(() -> {
            Connection connection = Connections.open(source);
            try {
                return work.run(connection);
            } finally {
                Connections.close(connection);
            }
        });
    }
}
