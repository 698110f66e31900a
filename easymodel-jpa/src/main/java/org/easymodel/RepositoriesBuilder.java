package org.easymodel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.easymodel.failure.Problem;
import org.easymodel.model.RelationshipRules;
import org.easymodel.observe.Operation;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.Engine;
import org.easymodel.spi.SchemaScanner;
import org.easymodel.spi.Settings;
import org.easymodel.spi.UnitDefinition;

/**
 * A persistence unit that is said in code. It needs a database and entities; all else may be left out. Of database and login,
 * what the code says goes first, and the environment tells what it leaves out:
 *
 * <ul>
 *   <li>without a database, the setting {@code easymodel.url} (as an environment variable {@code EASYMODEL_URL}) is taken, else
 *       {@code POSTGRES_HOST}, {@code POSTGRES_PORT} and {@code POSTGRES_DB};
 *   <li>without {@link #user} or {@link #password}, {@code easymodel.user} and {@code easymodel.password} ({@code EASYMODEL_USER},
 *       {@code EASYMODEL_PASSWORD}); for PostgreSQL then {@code POSTGRES_USER} and {@code POSTGRES_PASSWORD}. A data source and a
 *       database in memory take none.
 * </ul>
 *
 * <p>All else are settings, which system properties and the environment override.
 *
 * <p>Nothing is checked before {@link #open()}, which names all that is wrong at once. Not safe for several threads.
 */
public final class RepositoriesBuilder {

    private static final int MOST_CONNECTIONS = 10_000;
    private static final String MIGRATE = "easymodel.migrate";

    /** By which the provider makes tables itself. */
    private static final Set<String> TABLE_MAKERS =
            Set.of("eclipselink.ddl-generation", "jakarta.persistence.schema-generation.database.action");

    private final Environment environment;
    private final List<DatabaseChoice> databases = new ArrayList<>();
    private final List<Class<?>> entities = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> own = new LinkedHashMap<>();
    private final Map<String, String> said = new LinkedHashMap<>();
    private final List<Consumer<? super Operation>> observers = new ArrayList<>();
    private String name = "easymodel";
    private Optional<Class<?>> beside = Optional.empty();
    private Optional<String> user = Optional.empty();
    private Optional<String> password = Optional.empty();
    private Optional<Integer> poolSize = Optional.empty();

    RepositoriesBuilder() {
        this(Environment.ofProcess());
    }

    RepositoriesBuilder(Environment environment) {
        this.environment = environment;
    }

    /** The name of the unit in messages and settings ({@code easymodel.<name>.x}); {@code easymodel} unless said. */
    public RepositoriesBuilder name(String name) {
        this.name = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * A database of a PostgreSQL server.
     *
     * @param host a name or an address; several, or options, need {@link #url}
     * @param port 1 to 65535
     * @param database the name of the database
     */
    public RepositoriesBuilder postgres(String host, int port, String database) {
        return on(DatabaseChoice.postgres(host, port, database));
    }

    /** A Derby database in that directory, which is made if it is not there. Derby keeps it booted until the process ends. */
    public RepositoriesBuilder derby(String directory) {
        return on(DatabaseChoice.derby(directory));
    }

    /** An H2 database in files of that path, which are made if they are not there. */
    public RepositoriesBuilder h2(String path) {
        return on(DatabaseChoice.h2(path));
    }

    /**
     * A database in memory, for tests: H2, else Derby, by which driver is on the class path. Each {@link #open()} has its own,
     * which ends when it is closed. Its tables are made as by {@link #createAll()}, unless {@link #migrate} or a property says
     * otherwise.
     */
    public RepositoriesBuilder memory() {
        return on(DatabaseChoice.memory());
    }

    /**
     * A database by the address of its driver.
     *
     * @param url begins with {@code jdbc:}
     */
    public RepositoriesBuilder url(String url) {
        return on(DatabaseChoice.url("url(..)", url));
    }

    /** Connections of that data source, which has its own pool and credentials, and stays the caller's to close. */
    public RepositoriesBuilder dataSource(DataSource dataSource) {
        return on(DatabaseChoice.dataSource(dataSource));
    }

    private RepositoriesBuilder on(DatabaseChoice database) {
        databases.add(database);
        return this;
    }

    /** Who logs in. */
    public RepositoriesBuilder user(String user) {
        this.user = Optional.of(user);
        return this;
    }

    /** The password of the user; appears in no message. */
    public RepositoriesBuilder password(String password) {
        this.password = Optional.of(password);
        return this;
    }

    /**
     * Entities of the unit, in addition to those named before. Mapped superclasses, embeddables and converters that they need come
     * along.
     */
    public RepositoriesBuilder entities(Class<?>... entities) {
        this.entities.addAll(List.of(entities));
        return this;
    }

    /** All entities in the directory or archive of a class. */
    public RepositoriesBuilder entitiesBeside(Class<?> type) {
        this.beside = Optional.of(type);
        return this;
    }

    /**
     * The number of connections at most; 32 unless said.
     *
     * @param connections 1 to 10,000. One serves, but leaves none for a transaction beside another verb
     */
    public RepositoriesBuilder poolSize(int connections) {
        this.poolSize = Optional.of(connections);
        return this;
    }

    /**
     * How tables and columns are named.
     *
     * @param strategy a value of {@code easymodel.naming}: {@code jpa}, {@code snake}, {@code snake-plural} or {@code package-prefix}
     */
    public RepositoriesBuilder naming(String strategy) {
        return set("easymodel.naming", "naming(..)", strategy);
    }

    /** Relationships that are said in code. */
    @SafeVarargs
    public final RepositoriesBuilder relationships(Class<? extends RelationshipRules>... rules) {
        return set(
                "easymodel.relationships",
                "relationships(..)",
                Stream.of(rules).map(Class::getName).collect(Collectors.joining(",")));
    }

    /**
     * What happens to the tables at {@link #open()}; {@code easymodel-liquibase} must be on the class path.
     *
     * @param mode a value of {@code easymodel.migrate}: {@code auto}, {@code upgrade}, {@code check}, {@code create} or {@code off}
     */
    public RepositoriesBuilder migrate(String mode) {
        return set(MIGRATE, "migrate(..)", mode);
    }

    /**
     * Makes all tables at {@link #open()}, for tests; a database that has tables already is refused then. Short for {@code
     * migrate("create")}.
     */
    public RepositoriesBuilder createAll() {
        return migrate("create");
    }

    /** Logs every statement, without values, as {@code easymodel.sql.log=true}: logger {@code org.easymodel.sql}, as information. */
    public RepositoriesBuilder logSql() {
        return set("easymodel.sql.log", "logSql()", "true");
    }

    /**
     * Tells of every verb when it has ended: what it was, how many rows and statements, how long it waited and took, and its
     * failure. Called on the thread that worked, before the caller gets the result, so it should be quick; what it throws is
     * logged and changes nothing. Several calls tell several.
     */
    public RepositoriesBuilder onOperation(Consumer<? super Operation> observer) {
        observers.add(Objects.requireNonNull(observer, "observer"));
        return this;
    }

    private RepositoriesBuilder set(String property, String call, String value) {
        own.put(property, Objects.requireNonNull(value, call));
        said.put(property, call);
        return this;
    }

    /**
     * A property of the unit, of EclipseLink or of this library. What a method here says is refused as a property too.
     *
     * @param key such as {@code eclipselink.jdbc.batch-writing}
     */
    public RepositoriesBuilder property(String key, String value) {
        properties.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Opens the unit: connects, and makes or checks tables if {@link #migrate} says so. May be called again; every result is a unit
     * of its own.
     *
     * @throws org.easymodel.failure.ConfigurationException with all conflicts of what was said, before anything is opened
     * @throws org.easymodel.failure.EasyModelException if the unit cannot be used; nothing stays open then
     */
    public EasyRepositories open() {
        List<Problem> problems = new ArrayList<>();
        Settings settings = environment.settings(name, properties);
        Optional<DatabaseChoice> database = database(settings, problems);
        check(database, problems);
        if (!problems.isEmpty() || database.isEmpty()) {
            throw BuilderProblems.cannotOpen(problems);
        }
        return open(database.get(), settings);
    }

    /**
     * The schema that the entities mean; needs no database. With it go the revisions of this unit, {@code
     * MigrationManager.of(builder.schema(), directory)}, and diagrams, {@code ModelDiagram.of(builder.schema())}.
     *
     * @throws org.easymodel.failure.ConfigurationException with all that is wrong with what was said of the entities
     * @throws org.easymodel.failure.InvalidModelException if the entities hold something that cannot be described
     */
    public SchemaModel schema() {
        List<Problem> problems = new ArrayList<>();
        checkUnit(problems);
        if (!problems.isEmpty()) {
            throw BuilderProblems.cannotOpen(problems);
        }
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.putAll(own);
        return EasyRepositories.found(SchemaScanner.class).schema(unit(all, Optional.empty()));
    }

    private Optional<DatabaseChoice> database(Settings settings, List<Problem> problems) {
        if (databases.size() > 1) {
            problems.add(BuilderProblems.severalDatabases(
                    databases.stream().map(DatabaseChoice::call).toList()));
            return Optional.empty();
        }
        Optional<DatabaseChoice> chosen = databases.stream().findFirst();
        if (chosen.isEmpty()) {
            chosen = environment.database(settings, problems);
        }
        if (chosen.isEmpty() && problems.isEmpty()) {
            problems.add(BuilderProblems.noDatabase());
        }
        return chosen;
    }

    private void check(Optional<DatabaseChoice> database, List<Problem> problems) {
        database.ifPresent(choice -> choice.check(drivers(), properties.containsKey(DatabaseChoice.DRIVER), problems));
        poolSize.filter(size -> size < 1 || size > MOST_CONNECTIONS)
                .ifPresent(size -> problems.add(BuilderProblems.outOfRange(
                        "poolSize(" + size + ")", "is not between 1 and 10000", "Give another size.")));
        database.filter(choice -> !choice.takesLogin()).ifPresent(choice -> {
            refuse(user.isPresent(), choice, "user(..)", problems);
            refuse(password.isPresent(), choice, "password(..)", problems);
        });
        database.filter(choice -> choice.source().isPresent())
                .ifPresent(choice -> refuse(poolSize.isPresent(), choice, "poolSize(..)", problems));
        checkUnit(problems);
    }

    private void checkUnit(List<Problem> problems) {
        if (name.isBlank()) {
            problems.add(BuilderProblems.outOfRange("name(..)", "is blank", "Give the unit a name."));
        }
        if (entities.isEmpty() && beside.isEmpty()) {
            problems.add(BuilderProblems.noEntities());
        }
        entities.stream()
                .distinct()
                .filter(each -> !Mapped.is(each))
                .forEach(each -> problems.add(BuilderProblems.notMapped(each)));
        properties.keySet().forEach(key -> checkProperty(key, problems));
    }

    private static void refuse(boolean given, DatabaseChoice choice, String call, List<Problem> problems) {
        if (given) {
            problems.add(BuilderProblems.doNotGoTogether(choice.call(), call));
        }
    }

    private void checkProperty(String key, List<Problem> problems) {
        String call = DatabaseChoice.SAID_BY_METHODS.getOrDefault(key, said.get(key));
        if (key.startsWith(PoolSettings.PREFIX) && poolSize.isPresent()) {
            call = "poolSize(..)";
        }
        if (call != null) {
            problems.add(BuilderProblems.saidTwice(key, call));
        }
    }

    private EasyRepositories open(DatabaseChoice choice, Settings settings) {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.putAll(own);
        poolSize.ifPresent(size -> all.putAll(PoolSettings.of(size)));
        if (choice.takesLogin()) {
            user.or(() -> environment.user(choice, settings)).ifPresent(value -> all.put(DatabaseChoice.USER, value));
            password.or(() -> environment.password(choice, settings))
                    .ifPresent(value -> all.put(DatabaseChoice.PASSWORD, value));
        }
        if (choice.isMemory() && TABLE_MAKERS.stream().noneMatch(all::containsKey)) {
            all.putIfAbsent(MIGRATE, "create");
        }
        OpenDatabase database = OpenDatabase.of(choice, drivers());
        database.url().ifPresent(url -> all.put(DatabaseChoice.URL, url));
        database.driver().ifPresent(driver -> all.putIfAbsent(DatabaseChoice.DRIVER, driver));
        try {
            Engine engine = EasyRepositories.provider().open(unit(all, choice.source()));
            return new EasyRepositories(engine, database::close);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private Drivers drivers() {
        List<Class<?>> types = new ArrayList<>(entities);
        beside.ifPresent(types::add);
        return Drivers.seenBy(types);
    }

    private UnitDefinition unit(Map<String, String> all, Optional<DataSource> source) {
        return new UnitDefinition(name, entities.stream().distinct().toList(), beside, all, source, observers);
    }
}
