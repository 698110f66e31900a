package org.easymodel.liquibase;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.ClassPathRevisions;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.SchemaMigration;
import org.easymodel.spi.StartingUnit;

/** Migrates or checks while a unit is deployed, as {@code easymodel.migrate} says. Found by its interface. */
public final class LiquibaseMigration implements SchemaMigration {

    private static final Logger LOGGER = System.getLogger("org.easymodel");
    private static final String LOCK_WAIT = "300";

    /** Called by {@link java.util.ServiceLoader}. */
    public LiquibaseMigration() {}

    @Override
    public void start(StartingUnit unit) {
        String setting = unit.settings().text("migrate").orElse("off");
        StartMode mode = StartMode.of(setting).orElseThrow(() -> StartProblems.unknownMode(unit.name(), setting));
        Duration lockWait = lockWait(unit);
        ClassPathRevisions revisions = new ClassPathRevisions(unit.loader(), unit.name(), unit.root());
        if (mode == StartMode.UPGRADE && hasAll(unit, revisions)) {
            LOGGER.log(Level.DEBUG, () -> unit.name() + ": the database has every revision");
            return;
        }
        MigrationOutcome outcome =
                switch (mode) {
                    case UPGRADE -> upgrade(unit, applicable(unit, revisions));
                    case CHECK -> check(unit, revisions.read());
                    case AUTO -> new AutoMigration(unit, revisions.read().requireSound(), lockWait).run();
                    case CREATE ->
                        new SchemaCreation(source(unit), progress(unit), lockWait)
                                .create(unit.model().get());
                };
        LOGGER.log(outcome.isEmpty() ? Level.DEBUG : Level.INFO, () -> unit.name() + ": " + outcome.text());
    }

    /** Two heads are applied only where that is wanted, and only if no two of them change the same. */
    private static RevisionGraph applicable(StartingUnit unit, ClassPathRevisions revisions) {
        RevisionGraph graph = revisions.readChangelogs();
        boolean several = unit.settings()
                .text("migrate.multiple-heads")
                .orElse("")
                .strip()
                .equals("apply");
        return several && graph.heads().size() > 1
                ? revisions.read().requireUnbroken().requireJoinable()
                : graph.requireApplicable();
    }

    /** Asks for the marks first, and where plain Liquibase has applied a revision, which makes none, for the change sets. */
    private static boolean hasAll(StartingUnit unit, ClassPathRevisions revisions) {
        Map<String, Long> sizes = revisions.sizes();
        if (MigrationThread.call(() -> AppliedMarks.read(source(unit)))
                .entrySet()
                .containsAll(sizes.entrySet())) {
            return true;
        }
        Optional<Set<String>> wanted = revisions.changeSets();
        return wanted.isPresent()
                && MigrationThread.call(() -> History.of(source(unit))).containsAll(wanted.get());
    }

    private static MigrationOutcome upgrade(StartingUnit unit, RevisionGraph graph) {
        return runner(unit, graph).upgrade(graph.revisions());
    }

    private static MigrationOutcome check(StartingUnit unit, RevisionGraph graph) {
        List<Problem> problems = new ArrayList<>(graph.problems());
        if (problems.isEmpty()) {
            List<Revision> missing = runner(unit, graph).missing(graph.revisions());
            if (!missing.isEmpty()) {
                problems.add(StartProblems.behind(
                        unit.name(), missing.stream().map(Revision::folder).toList()));
            }
            SchemaModel before = graph.state();
            SchemaModel after = unit.model().get();
            SchemaDiff diff = SchemaDiff.between(before, after, RevisionOptions.none());
            if (!diff.isEmpty()) {
                problems.add(StartProblems.modelDiffers(
                        unit.name(), DetectedChanges.of(before, after, diff).difference()));
            }
        }
        if (!problems.isEmpty()) {
            throw Problems.refused(problems);
        }
        return new MigrationOutcome(MigrationOutcome.Direction.UPGRADE, List.of(), 0, graph.heads());
    }

    private static MigrationRunner runner(StartingUnit unit, RevisionGraph graph) {
        return new MigrationRunner(source(unit), graph, progress(unit), lockWait(unit));
    }

    /** A long upgrade tells the log where it is. */
    static MigrationProgress progress(StartingUnit unit) {
        return (number, of, step) ->
                LOGGER.log(Level.INFO, () -> unit.name() + ": step " + number + " of " + of + ", " + step);
    }

    static ConnectionSource source(StartingUnit unit) {
        return () -> {
            try {
                return unit.connections().call();
            } catch (SQLException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new SQLException(e);
            }
        };
    }

    private static Duration lockWait(StartingUnit unit) {
        String text =
                unit.settings().text("migrate.lock-timeout").orElse(LOCK_WAIT).strip();
        try {
            Duration wait = text.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.parse(text);
            if (!wait.isNegative()) {
                return wait;
            }
        } catch (DateTimeParseException e) {
            throw StartProblems.wrongDuration(unit.name(), text);
        }
        throw StartProblems.wrongDuration(unit.name(), text);
    }
}
