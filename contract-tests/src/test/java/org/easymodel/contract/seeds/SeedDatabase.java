package org.easymodel.contract.seeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.contract.repository.Database;

/** The entities of one section of a document on a database of each kind, without {@code persistence.xml}. */
final class SeedDatabase {

    private static final Map<List<Object>, SeedDatabase> OPEN = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final EasyRepositories easy;

    private SeedDatabase(EasyRepositories easy) {
        this.easy = easy;
    }

    /** Without rows. The entities stand in an order in which they can be inserted. */
    static SeedDatabase empty(Database kind, Class<?>... entities) {
        return empty(kind, builder -> builder, entities);
    }

    /** As {@link #empty(Database, Class[])}; settings of the same entities are the same. */
    static SeedDatabase empty(Database kind, UnaryOperator<RepositoriesBuilder> settings, Class<?>... entities) {
        List<Class<?>> all = new ArrayList<>(List.of(entities));
        SeedDatabase database = OPEN.computeIfAbsent(
                List.of(kind, List.copyOf(all)),
                key -> new SeedDatabase(
                        settings.apply(builder(kind).entities(entities)).open()));
        Collections.reverse(all);
        all.forEach(each -> database.rows(each).deleteEverything());
        return database;
    }

    private static RepositoriesBuilder builder(Database kind) {
        Map<String, String> database = kind.properties("seed_rows_" + COUNT.incrementAndGet());
        RepositoriesBuilder builder = EasyRepositories.builder()
                .url(database.get("jakarta.persistence.jdbc.url"))
                .poolSize(4)
                .createAll();
        return database.containsKey("jakarta.persistence.jdbc.user")
                ? builder.user(database.get("jakarta.persistence.jdbc.user"))
                        .password(database.get("jakarta.persistence.jdbc.password"))
                : builder;
    }

    <E> BlockingRepository<E> rows(Class<E> entity) {
        return easy.blocking(entity);
    }

    <E> EasyRepository<E> async(Class<E> entity) {
        return easy.repository(entity);
    }
}
