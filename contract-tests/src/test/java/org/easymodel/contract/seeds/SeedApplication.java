package org.easymodel.contract.seeds;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.RepositoriesBuilder;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.RelationshipRules;

/** The entities of a document on one database of each kind, opened as an application without {@code persistence.xml} does. */
final class SeedApplication {

    private static final Map<List<Object>, SeedApplication> OPEN = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final List<Class<?>> entities;
    private final EasyRepositories easy;

    private SeedApplication(List<Class<?>> entities, EasyRepositories easy) {
        this.entities = entities;
        this.easy = easy;
    }

    /** Without rows. The entities stand in an order in which they can be inserted. */
    static SeedApplication empty(Database kind, Class<?>... entities) {
        return empty(kind, builder -> builder, entities);
    }

    @SuppressWarnings("unchecked")
    static SeedApplication empty(Database kind, Class<? extends RelationshipRules> rules, Class<?>... entities) {
        return empty(kind, builder -> builder.relationships(rules), entities);
    }

    private static SeedApplication empty(
            Database kind, java.util.function.UnaryOperator<RepositoriesBuilder> more, Class<?>... entities) {
        List<Class<?>> all = List.of(entities);
        SeedApplication application = OPEN.computeIfAbsent(
                List.of(kind, all),
                key -> new SeedApplication(
                        all, more.apply(builder(kind).entities(entities)).open()));
        List<Class<?>> backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        backwards.forEach(each -> application.rows(each).deleteEverything());
        return application;
    }

    private static RepositoriesBuilder builder(Database kind) {
        Map<String, String> database = kind.properties("seeds" + COUNT.incrementAndGet());
        RepositoriesBuilder builder = EasyRepositories.builder()
                .url(database.get("jakarta.persistence.jdbc.url"))
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
