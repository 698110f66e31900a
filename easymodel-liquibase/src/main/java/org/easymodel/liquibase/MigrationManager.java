package org.easymodel.liquibase;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.function.Supplier;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.Expansion;
import org.easymodel.migrate.Revision;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.migrate.RevisionGraph;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.RevisionStore;
import org.easymodel.migrate.SchemaDiff;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;
import org.easymodel.spi.SchemaScanner;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the schema of a database in step with a model: finds what changed, writes revisions that a person can review,
 * applies them and takes them back.
 *
 * <pre>{@code
 * MigrationManager migrations = MigrationManager.of("shop").withConnections(ConnectionSource.of(dataSource));
 * migrations.revision("Add subtitles");
 * migrations.upgrade();
 * }</pre>
 *
 * <p>Every result is a value with a {@code text()} for people and a {@code json()} for machines. Revisions are read anew by
 * every call. What needs no database does not connect. A migration runs on a thread of its own and never in a transaction
 * of the caller; the caller waits for it. Immutable, so that threads may share it; two migrations of one database wait
 * for each other.
 */
public final class MigrationManager {

    private static final Duration LOCK_WAIT = Duration.ofMinutes(5);
    private static final String BASE = "base";
    private static final String HEADS = "heads";
    private static final String HEAD = "head";

    /** What a manager was given. */
    private record Settings(
            Supplier<SchemaModel> model,
            RevisionStore store,
            @Nullable ConnectionSource source,
            MigrationProgress progress,
            Duration lockWait,
            ChangelogFormat format,
            List<Class<?>> entities,
            SeveralHeads severalHeads) {}

    private final Settings settings;

    private MigrationManager(Settings settings) {
        this.settings = settings;
    }

    /** The migrations of a model whose revisions lie in that directory, which need not exist yet. */
    public static MigrationManager of(SchemaModel model, Path revisions) {
        return of(() -> model, revisions);
    }

    /** The migrations of a model that is asked for when it is needed. */
    public static MigrationManager of(Supplier<SchemaModel> model, Path revisions) {
        return new MigrationManager(new Settings(
                model,
                new RevisionStore(revisions),
                null,
                MigrationProgress.silent(),
                LOCK_WAIT,
                ChangelogFormat.YAML,
                List.of(),
                SeveralHeads.REFUSE));
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

    /**
     * The migrations of a persistence unit on the class path, in the directory of a Maven project: {@code
     * src/main/resources/db/easymodel/<unit>} below the working directory.
     *
     * @param unit the name of the unit
     */
    public static MigrationManager of(String unit) {
        return of(unit, Path.of("src", "main", "resources", "db", "easymodel", unit));
    }

    /**
     * The migrations of a persistence unit on the class path. The unit is read when the model is needed, without a
     * database, through the context class loader.
     *
     * @param unit the name of the unit; empty if there is only one
     * @param revisions the directory of its revisions, which need not exist yet
     */
    public static MigrationManager of(String unit, Path revisions) {
        return of(() -> scanner().schema(unit, Map.of()), revisions);
    }

    private static SchemaScanner scanner() {
        return ServiceLoader.load(SchemaScanner.class, SchemaScanner.class.getClassLoader())
                .findFirst()
                .orElseThrow(CommandProblems::noScanner);
    }

    /** This manager with connections to a database. */
    public MigrationManager withConnections(ConnectionSource connections) {
        Settings s = settings;
        return new MigrationManager(new Settings(
                s.model, s.store, connections, s.progress, s.lockWait, s.format, s.entities, s.severalHeads));
    }

    /** This manager with someone who hears of every step. */
    public MigrationManager withProgress(MigrationProgress listener) {
        Settings s = settings;
        return new MigrationManager(
                new Settings(s.model, s.store, s.source, listener, s.lockWait, s.format, s.entities, s.severalHeads));
    }

    /** This manager, waiting at most so long for another migration of the same database; five minutes unless told. */
    public MigrationManager withLockWait(Duration wait) {
        Settings s = settings;
        return new MigrationManager(
                new Settings(s.model, s.store, s.source, s.progress, wait, s.format, s.entities, s.severalHeads));
    }

    /** This manager, writing changelogs in another language; those that are there stay as they are. */
    public MigrationManager withFormat(ChangelogFormat format) {
        Settings s = settings;
        return new MigrationManager(
                new Settings(s.model, s.store, s.source, s.progress, s.lockWait, format, s.entities, s.severalHeads));
    }

    /**
     * This manager, upgrading to several newest revisions as told; refused unless told. Only revisions that can be joined
     * are ever applied beside each other.
     */
    public MigrationManager withSeveralHeads(SeveralHeads policy) {
        Settings s = settings;
        return new MigrationManager(
                new Settings(s.model, s.store, s.source, s.progress, s.lockWait, s.format, s.entities, policy));
    }

    /**
     * This manager, seeing only what these entities change: their tables, and sequences and tables that no entity owns.
     * Everything else is taken as the revisions have it.
     *
     * @param entities entity classes of the model
     */
    public MigrationManager only(Class<?>... entities) {
        Settings s = settings;
        return new MigrationManager(new Settings(
                s.model, s.store, s.source, s.progress, s.lockWait, s.format, List.of(entities), s.severalHeads));
    }

    /**
     * What the model has changed since the newest revision, per entity and in the order of a revision. Writes nothing.
     *
     * @param entities the entities to look at; all of them if none is given
     * @throws MigrationException if the revisions themselves are not sound
     * @throws org.easymodel.failure.InvalidRequestException if a class is no entity of the model
     */
    public DetectedChanges detectChanges(Class<?>... entities) {
        MigrationManager chosen = entities.length == 0 ? this : only(entities);
        return chosen.detectChanges(RevisionOptions.none());
    }

    /**
     * What the model has changed since the newest revision, read with these options. Writes nothing.
     *
     * @throws MigrationException if the revisions themselves are not sound
     * @throws org.easymodel.failure.InvalidRequestException if an option is not of its form
     */
    public DetectedChanges detectChanges(RevisionOptions options) {
        return detect(sound(), options);
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
        requireMessage(message);
        RevisionGraph graph = sound();
        SchemaModel before = graph.state();
        SchemaModel after = chosen(before);
        SchemaDiff diff = SchemaDiff.between(before, after, options).requireFeasible();
        DetectedChanges changes = DetectedChanges.of(before, after, diff);
        if (diff.isEmpty()) {
            return WrittenRevision.none(changes);
        }
        return write(Revision.draft(graph, message.strip(), diff, after, options.accept()), changes);
    }

    /**
     * Writes what changed as two revisions, between which old and new code run side by side. The first adds, fills, copies
     * what was renamed, runs the data steps, and takes requirements off that the new code does not meet. The second fills
     * and copies what the old code has written since, and then requires and drops. It is applied when no old code
     * runs any more: {@code upgrade} to the first, then deploy, then {@code upgrade} to the second.
     *
     * <p>Renamed tables, and renamed columns of a primary key, cannot stand beside their new selves; they are renamed by the
     * second. Where one of the two has nothing to do, only the other is written.
     *
     * @param message why, in a few words
     * @param options what a person adds to the model
     * @return both revisions
     * @throws MigrationException if the changes need another option, cannot be migrated, or the revisions are not sound
     * @throws org.easymodel.failure.InvalidRequestException if the message is blank or an option is not of its form
     */
    public ExpandedRevision expand(String message, RevisionOptions options) {
        requireMessage(message);
        RevisionGraph graph = sound();
        SchemaModel before = graph.state();
        SchemaModel after = chosen(before);
        Expansion expansion = Expansion.between(before, after, options);
        expansion.expand().requireFeasible();
        expansion.contract().requireFeasible();
        WrittenRevision first =
                written(message.strip() + ": expand", before, expansion.middle(), expansion.expand(), List.of());
        WrittenRevision second = written(
                message.strip() + ": contract", expansion.middle(), after, expansion.contract(), options.accept());
        return new ExpandedRevision(first, second);
    }

    private WrittenRevision written(
            String message, SchemaModel before, SchemaModel after, SchemaDiff diff, List<String> accepted) {
        DetectedChanges changes = DetectedChanges.of(before, after, diff);
        return diff.isEmpty()
                ? WrittenRevision.none(changes)
                : write(Revision.draft(sound(), message, diff, after, accepted), changes);
    }

    /**
     * Writes a revision that changes nothing yet, for steps that a person writes by hand: change sets, each with its
     * rollback, which are then accepted with {@link #reseal(String)}. Needs no model.
     *
     * @param message why, in a few words
     * @throws MigrationException if the revisions are not sound
     * @throws org.easymodel.failure.InvalidRequestException if the message is blank
     */
    public WrittenRevision emptyRevision(String message) {
        requireMessage(message);
        RevisionGraph graph = sound();
        SchemaModel state = graph.state();
        SchemaDiff nothing = SchemaDiff.between(state, state);
        return write(
                Revision.draft(graph, message.strip(), nothing, state, List.of()),
                DetectedChanges.of(state, state, nothing));
    }

    /**
     * Accepts what a person edited in the changelog of a revision that is applied nowhere. It must still be readable by
     * Liquibase, with change sets of distinct ids under the path of the revision, each with a way back. Looks into the
     * database, if there are connections.
     *
     * @param revision the number, folder, or beginning of the id of a revision
     * @throws MigrationException if the changelog cannot be accepted, or the database has run a part of it
     */
    public ResealedRevision reseal(String revision) {
        RevisionGraph graph = settings.store.read();
        Revision edited = graph.find(revision);
        int changeSets = EditedChangelog.check(edited);
        boolean changed = !edited.isUnedited();
        if (changed
                && settings.source != null
                && runner(RevisionGraph.of(List.of(edited))).hasRunAny(edited)) {
            throw CommandProblems.resealedTooLate(edited.folder());
        }
        return new ResealedRevision(changed ? settings.store.reseal(edited) : edited, changed, changeSets);
    }

    /** Joins the newest revisions of several branches, with the usual words as message. */
    public WrittenRevision merge() {
        return merge("");
    }

    /**
     * Writes a revision that joins the newest ones, with nothing to do. Needs no model.
     *
     * @param message why; empty for the usual words
     * @return the revision; without one if there is only one newest revision, in which case nothing is written
     * @throws MigrationException if two branches changed the same, naming it and the revisions, or a revision is not sound
     */
    public WrittenRevision merge(String message) {
        RevisionGraph graph = settings.store.read().requireUnbroken();
        if (graph.heads().size() < 2) {
            SchemaModel state = graph.state();
            return WrittenRevision.none(DetectedChanges.of(state, state, SchemaDiff.between(state, state)));
        }
        RevisionDraft draft = Revision.merge(graph, message.strip());
        return write(
                draft,
                DetectedChanges.of(draft.before(), draft.after(), SchemaDiff.between(draft.before(), draft.after())));
    }

    /**
     * Checks revisions and model, without a database: what a build runs.
     *
     * @throws MigrationException if a file of a revision cannot be read at all
     */
    public RevisionCheck check() {
        RevisionGraph graph = settings.store.read();
        List<Problem> problems = new ArrayList<>(graph.problems());
        if (problems.isEmpty()) {
            DetectedChanges changes = detect(graph, RevisionOptions.none());
            if (!changes.isEmpty()) {
                problems.add(Problems.modelDiffers(changes.difference()));
            }
        }
        return new RevisionCheck(problems);
    }

    /**
     * Checks revisions, model and database: as {@link #check()}, and also that the database has every revision and is what
     * they have made of it.
     *
     * @throws MigrationException if a file of a revision cannot be read at all
     */
    public RevisionCheck checkDatabase() {
        List<Problem> problems = new ArrayList<>(check().problems());
        RevisionGraph graph = settings.store.read();
        MigrationRunner runner = runner(graph);
        List<Revision> applied = runner.applied();
        List<String> missing = graph.revisions().stream()
                .filter(revision -> !applied.contains(revision))
                .map(Revision::folder)
                .toList();
        if (!missing.isEmpty()) {
            problems.add(DatabaseProblems.missing(missing));
        }
        problems.addAll(runner.drift().differences());
        return new RevisionCheck(problems);
    }

    /**
     * Compares the database with the revisions that it has. Tables that no revision knows are no difference, since they may
     * belong to somebody else.
     *
     * @throws MigrationException if the revisions are broken
     */
    public SchemaDrift drift() {
        return runner(settings.store.read().requireUnbroken()).drift();
    }

    /**
     * Takes a database that has tables of its own under revisions: writes what it has of the model as the first revision,
     * and notes in its history that it has that. Nothing else is touched, and tables that the model does not have are left
     * alone. What the model has beyond that is the next revision.
     *
     * @param message why, in a few words
     * @throws MigrationException if there are revisions already, or the database has nothing of the model
     * @throws org.easymodel.failure.InvalidRequestException if the message is blank
     */
    public AdoptedSchema adopt(String message) {
        requireMessage(message);
        RevisionGraph graph = sound();
        if (!graph.revisions().isEmpty()) {
            throw DatabaseProblems.alreadyBegun(
                    graph.revisions().stream().map(Revision::folder).toList());
        }
        SchemaModel model = settings.model.get();
        MigrationRunner runner = runner(graph);
        SchemaModel live = runner.live(model);
        List<TableName> others = runner.others(live);
        if (live.tables().isEmpty()) {
            throw DatabaseProblems.nothingToAdopt(
                    others.stream().map(TableName::sql).toList());
        }
        SchemaDiff diff = SchemaDiff.between(SchemaModel.empty(), live).requireFeasible();
        WrittenRevision written = write(
                Revision.draft(graph, message.strip(), diff, live, List.of()),
                DetectedChanges.of(SchemaModel.empty(), live, diff));
        stamp(HEADS);
        return new AdoptedSchema(written, detectChanges(), others);
    }

    /**
     * Looks over model and revisions for what a reviewer should know: odd mappings, tables without a key, foreign keys
     * without an index, and steps that lock tables or lose rows. Fails nothing, and needs no database.
     *
     * @param since only steps of revisions after that one; {@code base} for all
     * @throws MigrationException if the revisions are broken or there is no such one
     */
    public LintReport lint(String since) {
        RevisionGraph graph = settings.store.read().requireUnbroken();
        List<Revision> known = since.equals(BASE) ? List.of() : graph.upTo(graph.find(since));
        return LintReport.of(
                settings.model.get(),
                graph.revisions().stream()
                        .filter(revision -> !known.contains(revision))
                        .toList());
    }

    /** Looks over the model and all revisions, as {@link #lint(String)}. */
    public LintReport lint() {
        return lint(BASE);
    }

    /**
     * The SQL of an upgrade from the empty database to the newest revision, without a database.
     *
     * @param database {@code derby}, {@code h2} or {@code postgresql}
     */
    public SqlPreview sql(String database) {
        return sql(database, BASE, HEADS);
    }

    /**
     * The SQL that leads from one revision to another, forwards or back, without a database. It does not write Liquibase's
     * history: who runs it by hand tells that with {@link #stamp(String)}.
     *
     * @param database {@code derby}, {@code h2} or {@code postgresql}
     * @param from a revision, or {@code base}
     * @param to a revision, {@code base} or {@code heads}
     * @throws MigrationException if the revisions are broken, or there is no such revision or database
     */
    public SqlPreview sql(String database, String from, String to) {
        RevisionGraph graph = settings.store.read().requireUnbroken();
        Dialect dialect = Dialect.named(database);
        List<Revision> start = line(graph, from);
        List<Revision> end = line(graph, to);
        return SqlPreview.of(dialect, graph.revisions(), start, end);
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
     * @param to the number, folder, or beginning of the id of a revision; {@code heads}; or {@code +1} for one more than now
     * @throws EasyModelException if a step is refused; the steps before it stay, and the next upgrade goes on from there
     */
    public MigrationOutcome upgrade(String to) {
        boolean further = to.startsWith("+");
        if (!isHeads(to) && !further) {
            RevisionGraph graph = settings.store.read().requireUnbroken();
            return runner(graph).upgrade(graph.upTo(graph.find(to)));
        }
        RevisionGraph graph = settings.severalHeads == SeveralHeads.APPLY
                ? settings.store.read().requireUnbroken().requireJoinable()
                : sound();
        return runner(graph).upgrade(further ? further(graph, count("upgrade ", to)) : graph.revisions());
    }

    /** Those that the database has, and so many more, joins not counted. */
    private List<Revision> further(RevisionGraph graph, int count) {
        List<Revision> missing = runner(graph).missing(graph.revisions());
        int end = 0;
        for (int left = count; end < missing.size() && left > 0; end++) {
            left -= missing.get(end).isMerge() ? 0 : 1;
        }
        List<Revision> later = missing.subList(end, missing.size());
        return graph.revisions().stream().filter(each -> !later.contains(each)).toList();
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
     * Tells the history of the database that it is at a revision, and runs nothing: for a schema that was made by other
     * means. Later revisions are taken out of the history.
     *
     * @param to a revision, {@code heads} or {@code base}
     * @throws EasyModelException if the revisions are broken or there is no such one
     */
    public MigrationOutcome stamp(String to) {
        RevisionGraph graph = settings.store.read().requireUnbroken();
        return runner(graph).stamp(line(graph, to));
    }

    /**
     * Makes the whole schema of the model in an empty database, without revisions: for tests. A database that is made so has
     * no revisions to go on from.
     *
     * @throws MigrationException if the database has tables or views, which are named, or the model cannot be made
     */
    public MigrationOutcome createAll() {
        if (settings.source == null) {
            throw Problems.noConnectionSource();
        }
        return new SchemaCreation(settings.source, settings.progress, settings.lockWait).create(settings.model.get());
    }

    /** Who applied revisions to the database and took them back, when, how long it took and where; oldest first. */
    public List<MigrationRun> runs() {
        return runner(settings.store.read()).runs();
    }

    /** The revisions that the database has, each as a whole, parents first. */
    public RevisionList current() {
        return new RevisionList(
                "The database has no revision.",
                runner(settings.store.read().requireUnbroken()).applied());
    }

    /** The revisions that no other follows: one, unless two branches met; none in an empty directory. */
    public RevisionList heads() {
        return new RevisionList(
                "There are no revisions yet.", settings.store.read().heads());
    }

    /** All revisions in the directory, parents first. */
    public RevisionList revisions() {
        return new RevisionList(
                "There are no revisions yet.", settings.store.read().revisions());
    }

    /**
     * All revisions, parents first, and what the database tells of each: who applied it or took it back, when, on which
     * node, and how long it took. Without connections, only the revisions.
     */
    public MigrationHistory history() {
        RevisionGraph graph = settings.store.read();
        if (settings.source == null) {
            return new MigrationHistory(graph.revisions(), Optional.empty(), List.of());
        }
        return runner(graph).history();
    }

    private MigrationOutcome downgrade(String to, LossPolicy losses) {
        RevisionGraph graph = settings.store.read().requireUnbroken();
        return runner(graph).downgrade(leaving(graph, to), losses);
    }

    private static Function<List<Revision>, List<Revision>> leaving(RevisionGraph graph, String to) {
        if (to.equals(BASE)) {
            return applied -> applied;
        }
        if (to.startsWith("-")) {
            int count = count("downgrade ", to);
            return applied -> newest(applied, count);
        }
        List<Revision> staying = graph.upTo(graph.find(to));
        return applied ->
                applied.stream().filter(revision -> !staying.contains(revision)).toList();
    }

    /** The last so many, joins not counted, since there is nothing to take back of them. */
    private static List<Revision> newest(List<Revision> applied, int count) {
        int start = applied.size();
        int left = count;
        while (start > 0 && left > 0) {
            start--;
            left -= applied.get(start).isMerge() ? 0 : 1;
        }
        return applied.subList(start, applied.size());
    }

    private static int count(String command, String text) {
        try {
            return Integer.parseUnsignedInt(text.substring(1), 10);
        } catch (NumberFormatException e) {
            throw Problems.wrongCount(command + text);
        }
    }

    private static boolean isHeads(String text) {
        return text.equals(HEADS) || text.equals(HEAD);
    }

    private static List<Revision> line(RevisionGraph graph, String to) {
        if (to.equals(BASE)) {
            return List.of();
        }
        return isHeads(to) ? graph.revisions() : graph.upTo(graph.find(to));
    }

    private static void requireMessage(String message) {
        if (message.isBlank()) {
            throw Problems.noMessage();
        }
    }

    private RevisionGraph sound() {
        return settings.store.read().requireSound();
    }

    private WrittenRevision write(RevisionDraft draft, DetectedChanges changes) {
        WrittenChangelog changelog = ChangelogWriter.write(draft, settings.format);
        ChangelogGate.pass(draft, changelog);
        Revision revision = draft.with(changelog.format(), changelog.text());
        return new WrittenRevision(Optional.of(revision), Optional.of(settings.store.write(revision)), changes);
    }

    private SchemaModel chosen(SchemaModel before) {
        SchemaModel model = settings.model.get();
        return settings.entities.isEmpty() ? model : ChosenEntities.part(before, model, settings.entities);
    }

    private DetectedChanges detect(RevisionGraph graph, RevisionOptions options) {
        SchemaModel before = graph.state();
        SchemaModel after = chosen(before);
        return DetectedChanges.of(before, after, SchemaDiff.between(before, after, options));
    }

    private MigrationRunner runner(RevisionGraph graph) {
        if (settings.source == null) {
            throw Problems.noConnectionSource();
        }
        return new MigrationRunner(settings.source, graph, settings.progress, settings.lockWait);
    }
}
