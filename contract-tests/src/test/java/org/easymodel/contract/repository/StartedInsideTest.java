package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.increment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.EasyRepository;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.InvalidRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An asynchronous verb is no part of the transaction of the thread that starts it. */
class StartedInsideTest {

    @Entity(name = "Till")
    public static class Till {

        @Id
        private Long id;

        private int amount;
    }

    private static final String REST =
            "an asynchronous verb was started by a thread that has a transaction, and is no part of it:"
                    + " it does not see what that has written, stays when that is rolled back, and waits for its locks. Use blocking()"
                    + " to take part, or an asynchronous transaction(...) around both; easymodel.async.in-transaction=allow says that it"
                    + " is meant.";

    private static EasyRepositories open(Database database, String rule, int seconds) {
        Map<String, String> properties = database.properties("inside" + UUID.randomUUID());
        return EasyRepositories.builder()
                .url(properties.get("jakarta.persistence.jdbc.url"))
                .user(properties.getOrDefault("jakarta.persistence.jdbc.user", ""))
                .password(properties.getOrDefault("jakarta.persistence.jdbc.password", ""))
                .entities(Till.class)
                .createAll()
                .property("easymodel.async.in-transaction", rule)
                .property("easymodel.transaction.timeout", String.valueOf(seconds))
                .open();
    }

    private static <T> T result(CompletionStage<T> stage) {
        return stage.toCompletableFuture()
                .orTimeout(120, java.util.concurrent.TimeUnit.SECONDS)
                .join();
    }

    /** What the library logs while something runs. */
    private static List<String> logged(Runnable work) {
        List<String> texts = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord each) {
                texts.add(each.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger("org.easymodel");
        logger.addHandler(handler);
        try {
            work.run();
        } finally {
            logger.removeHandler(handler);
        }
        return texts.stream().filter(text -> text.contains("EM-2277")).toList();
    }

    @Test
    void itIsToldOnceForEachVerb_andRuns() {
        try (EasyRepositories easy = open(Database.H2, "warn", 60)) {
            EasyRepository<Till> tills = easy.repository(Till.class);
            List<String> texts = logged(() -> {
                result(tills.count());
                for (int i = 1; i < 4; i++) {
                    long id = i;
                    easy.blocking(Till.class).transaction(tx -> {
                        assertThat(result(tills.insertMap(Map.of("id", id))).id).isEqualTo(id);
                        assertThat(result(tills.select().list())).hasSize((int) id);
                        // What belongs to the transaction is not meant.
                        result(tx.repository(Till.class).async().count());
                        return null;
                    });
                }
                result(tills.transaction(tx -> tx.repository(Till.class).count()));
            });
            assertThat(texts).containsExactly("EM-2277 Till.insertMap: " + REST, "EM-2277 Till.select: " + REST);
        }
    }

    @Test
    void itIsNotTold_whereItIsMeant() {
        try (EasyRepositories easy = open(Database.H2, "allow", 60)) {
            assertThat(logged(() -> easy.blocking(Till.class)
                            .transaction(
                                    tx -> result(easy.repository(Till.class).count()))))
                    .isEmpty();
        }
    }

    @Test
    void itIsRefused_whereTheApplicationSaysSo() {
        try (EasyRepositories easy = open(Database.H2, "refuse", 60)) {
            EasyRepository<Till> tills = easy.repository(Till.class);
            easy.blocking(Till.class).transaction(tx -> {
                assertThatThrownBy(() -> result(tills.insertMap(Map.of("id", 1))))
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(InvalidRequestException.class)
                        .cause()
                        .hasMessage("EM-2277 Till.insertMap: " + REST);
                assertThatThrownBy(() -> result(tills.transaction(inner -> tills.count())))
                        .cause()
                        .hasMessage("EM-2277 Till.transaction: " + REST);
                return null;
            });
            assertThat(result(tills.count())).isZero();
        }
    }

    @Test
    void anotherRule_isRefusedAtStart() {
        assertThatThrownBy(() -> open(Database.H2, "fail", 60).repository(Till.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "EM-2278 setting easymodel.async.in-transaction: this is none of allow, warn and refuse. Set one of"
                                + " them, or leave it out for warn.");
    }

    /** It waits for a lock of the transaction that waits for it. Derby looks at its own limit of a minute only. */
    @ParameterizedTest
    @EnumSource(
            value = Database.class,
            names = {"H2", "POSTGRESQL"})
    void itDoesNotWaitForEver(Database database) {
        try (EasyRepositories easy = open(database, "allow", 3)) {
            BlockingRepository<Till> tills = easy.blocking(Till.class);
            tills.insertMap(Map.of("id", 1));
            try {
                tills.transaction(Duration.ofMinutes(2), tx -> {
                    tx.repository(Till.class).updateWhere(Map.of("id", 1), Map.of("amount", increment(1)));
                    assertThatThrownBy(() -> result(easy.repository(Till.class)
                                    .updateWhere(Map.of("id", 1), Map.of("amount", increment(10)))))
                            .isInstanceOf(CompletionException.class)
                            .hasCauseInstanceOf(EasyModelException.class);
                    return null;
                });
            } finally {
                assertThat(tills.find(1).orElseThrow().amount).isOne();
            }
        }
    }
}
