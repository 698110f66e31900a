package org.easymodel.liquibase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.RevisionStore;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the schema of a database in step with a model: finds what changed, writes revisions that a person can review,
 * applies them and takes them back.
 *
 * <pre>{@code
 * MigrationManager migrations = MigrationManager.of(model, Path.of("src/main/resources/db/easymodel/shop"))
 *         .withConnections(ConnectionSource.of(dataSource));
 * migrations.revision("Add subtitles");
 * migrations.upgrade();
 * }</pre>
 *
 * <p>Revisions are read anew by every call. What needs no database does not connect. A migration runs on a thread of its
 * own and never in a transaction of the caller; the caller waits for it. Immutable, so that threads may share it; two
 * migrations of one database wait for each other.
 */
public final class MigrationManager {

    private static final Duration LOCK_WAIT = Duration.ofMinutes(5);
    private static final String BASE = "base";
    private static final String HEADS = "heads";

    private final Supplier<SchemaModel> model;
    private final RevisionStore store;
    private final @Nullable ConnectionSource source;
    private final MigrationProgress progress;
    private final Duration lockWait;

    private MigrationManager(
            Supplier<SchemaModel> model,
            RevisionStore store,
            @Nullable ConnectionSource source,
            MigrationProgress progress,
            Duration lockWait) {
        this.model = model;
        this.store = store;
        this.source = source;
        this.progress = progress;
        this.lockWait = lockWait;
    }

    /** The migrations of a model whose revisions lie in that directory, which need not exist yet. */
    public static MigrationManager of(SchemaModel model, Path revisions) {
        return of(() -> model, revisions);
    }

    /** The migrations of a model that is asked for when it is needed. */
    public static MigrationManager of(Supplier<SchemaModel> model, Path revisions) {
        return new MigrationManager(model, new RevisionStore(revisions), null, MigrationProgress.silent(), LOCK_WAIT);
    }

    /** A model alone, without revisions: for {@link #createAll()}. */
    public static MigrationManager of(SchemaModel model) {
        return of(model, Path.of("no-revisions"));
    }

    /** The migrations in that directory, for a caller that has no model: they can be applied and taken back. */
    public static MigrationManager of(Path revisions) {
        return of(
                () -> {
                    throw Problems.noModel();
                },
                revisions);
    }

    /** This manager with connections to a database. */
    public MigrationManager withConnections(ConnectionSource connections) {
        return new MigrationManager(model, store, connections, progress, lockWait);
    }

    /** This manager with someone who hears of every step. */
    public MigrationManager withProgress(MigrationProgress listener) {
        return new MigrationManager(model, store, source, listener, lockWait);
    }

    /** This manager, waiting at most so long for another migration of the same database; five minutes unless told. */
    public MigrationManager withLockWait(Duration wait) {
        return new MigrationManager(model, store, source, progress, wait);
    }

    /**
     * What the model has changed since the newest revision. Writes nothing.
     *
     * @throws MigrationException if the revisions themselves are not sound
     */
    public DetectedChanges detectChanges() {
        return detectChanges(RevisionOptions.none());
    }

    /**
     * What the model has changed since the newest revision, read with these options. Writes nothing.
     *
     * @throws MigrationException if the revisions themselves are not sound
     * @throws org.easymodel.failure.InvalidRequestException if an option is not of its form
     */
    public DetectedChanges detectChanges(RevisionOptions options) {
        return detect(store.read().requireSound(), model.get(), options);
    }

    /**
     * Writes what changed as a new revision.
     *
     * @param message why, in a few words
     * @return the revision; without one if nothing changed, in which case nothing is written
     * @throws MigrationException if the changes need an option, cannot be migrated, or the revisions are not sound
     * @throws org.easymodel.failure.InvalidRequestException if the message is blank
     */
    public WrittenRevision revision(String message) {
        return revision(message, RevisionOptions.none());
    }

    /**
     * Writes what changed as a new revision, with former names, values and accepted losses.
     *
     * @param message why, in a few words
     * @param options what a person adds to the model
     * @return the revision; without one if nothing changed, in which case nothing is written
     * @throws MigrationException if the changes need another option, cannot be migrated, or the revisions are not sound
     * @throws org.easymodel.failure.InvalidRequestException if the message is blank or an option is not of its form
     */
    public WrittenRevision revision(String message, RevisionOptions options) {
        if (message.isBlank()) {
            throw Problems.noMessage();
        }
        RevisionGraph graph = store.read().requireSound();
        SchemaModel after = model.get();
        SchemaDiff diff = SchemaDiff.between(graph.state(), after, options).requireFeasible();
        DetectedChanges changes = DetectedChanges.of(graph.state(), after, diff);
        if (diff.isEmpty()) {
            return new WrittenRevision(Optional.empty(), Optional.empty(), changes);
        }
        RevisionDraft draft = Revision.draft(graph, message.strip(), diff, after, options.accept());
        WrittenChangelog changelog = ChangelogWriter.write(draft);
        ChangelogGate.pass(draft, changelog);
        Revision revision = draft.with(changelog.text());
        return new WrittenRevision(Optional.of(revision), Optional.of(store.write(revision)), changes);
    }

    /**
     * Checks revisions and model, without a database: what a build runs.
     *
     * @throws MigrationException if a file of a revision cannot be read at all
     */
    public RevisionCheck check() {
        RevisionGraph graph = store.read();
        List<Problem> problems = new ArrayList<>(graph.problems());
        if (problems.isEmpty()) {
            DetectedChanges changes = detect(graph, model.get(), RevisionOptions.none());
            if (!changes.isEmpty()) {
                problems.add(Problems.modelDiffers(changes.difference()));
            }
        }
        return new RevisionCheck(problems);
    }

    /**
     * Applies every revision that the database does not have yet.
     *
     * @throws EasyModelException if a step is refused; the steps before it stay, and the next upgrade goes on from there
     */
    public MigrationOutcome upgrade() {
        return upgrade(HEADS);
    }

    /**
     * Applies a revision and those it follows, as far as the database does not have them yet.
     *
     * @param to the number, folder, or beginning of the id of a revision, or {@code heads}
     * @throws EasyModelException if a step is refused; the steps before it stay, and the next upgrade goes on from there
     */
    public MigrationOutcome upgrade(String to) {
        RevisionGraph graph = store.read().requireSound();
        return runner(graph).upgrade(to.equals(HEADS) ? graph.revisions() : graph.upTo(graph.find(to)));
    }

    /**
     * Takes revisions back, unless rows or values would be lost.
     *
     * @param to the revision that is the newest afterwards; {@code -1} for one less than now; {@code base} for none
     * @throws EasyModelException if something would be lost, or a step is refused; steps before it stay taken back
     */
    public MigrationOutcome downgrade(String to) {
        return downgrade(to, LossPolicy.REFUSE);
    }

    /**
     * Takes revisions back, whatever is lost.
     *
     * @param to the revision that is the newest afterwards; {@code -1} for one less than now; {@code base} for none
     * @throws EasyModelException if a step is refused; the steps before it stay taken back
     */
    public MigrationOutcome downgradeAcceptingLoss(String to) {
        return downgrade(to, LossPolicy.ACCEPT);
    }

    /**
     * Makes the whole schema of the model in an empty database, without revisions: for tests. A database that is made so has
     * no revisions to go on from.
     *
     * @throws MigrationException if the database has tables or views, which are named, or the model cannot be made
     */
    public MigrationOutcome createAll() {
        if (source == null) {
            throw Problems.noConnectionSource();
        }
        return new SchemaCreation(source, progress, lockWait).create(model.get());
    }

    /** Who applied revisions to the database and took them back, when, how long it took and where; oldest first. */
    public List<MigrationRun> runs() {
        return runner(store.read()).runs();
    }

    /** The revisions that the database has, each as a whole, parents first. */
    public List<Revision> current() {
        return runner(store.read().requireSound()).applied();
    }

    /** The revisions that no other follows: one, unless two branches met; none in an empty directory. */
    public List<Revision> heads() {
        return store.read().heads();
    }

    /** All revisions, parents first. */
    public List<Revision> history() {
        return store.read().revisions();
    }

    private MigrationOutcome downgrade(String to, LossPolicy losses) {
        RevisionGraph graph = store.read().requireSound();
        return runner(graph).downgrade(leaving(graph, to), losses);
    }

    private static Function<List<Revision>, List<Revision>> leaving(RevisionGraph graph, String to) {
        if (to.equals(BASE)) {
            return applied -> applied;
        }
        if (to.startsWith("-")) {
            int count = count(to);
            return applied -> applied.subList(Math.max(0, applied.size() - count), applied.size());
        }
        List<Revision> staying = graph.upTo(graph.find(to));
        return applied ->
                applied.stream().filter(revision -> !staying.contains(revision)).toList();
    }

    private static int count(String text) {
        try {
            return Integer.parseUnsignedInt(text.substring(1), 10);
        } catch (NumberFormatException e) {
            throw Problems.wrongCount(text);
        }
    }

    private static DetectedChanges detect(RevisionGraph graph, SchemaModel after, RevisionOptions options) {
        SchemaModel before = graph.state();
        return DetectedChanges.of(before, after, SchemaDiff.between(before, after, options));
    }

    private MigrationRunner runner(RevisionGraph graph) {
        if (source == null) {
            throw Problems.noConnectionSource();
        }
        return new MigrationRunner(source, graph, progress, lockWait);
    }
}
