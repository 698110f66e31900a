package org.easymodel.server.guestbook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;

/** A bean as an application has it: repositories are injected, nothing is registered. */
@ApplicationScoped
public class Guestbook {

    @Inject
    private EasyRepository<Guest> guests;

    @Inject
    private EasyRepository<Entry> entries;

    @Inject
    private BlockingRepository<Entry> blockingEntries;

    @Inject
    private Entries ownEntries;

    @Inject
    private Guests ownGuests;

    public CompletionStage<Entry> write(String name, String text) {
        return entries.insertMap(Map.of("text", text, "guest", Map.of("name", name)));
    }

    /** Writes with a slip of the pen. */
    public CompletionStage<Entry> writeWrongly(String name) {
        return entries.insertMap(Map.of("txet", "Hello", "guest", Map.of("name", name)));
    }

    public CompletionStage<List<Entry>> writtenBy(String name) {
        return entries.select(Map.of("guest", Map.of("name", name)))
                .orderBy("text")
                .list();
    }

    public CompletionStage<Long> countGuests() {
        return guests.select().count();
    }

    public CompletionStage<Long> replace(String name, String text) {
        return entries.updateWhere(Map.of("guest.name", name), Map.of("text", text));
    }

    public CompletionStage<Boolean> forget(Long id) {
        return entries.deleteById(id);
    }

    /** Writes in the transaction of the caller, and lets it fail. */
    @Transactional
    public void writeAndFail(String name, String text) {
        blockingEntries.insertMap(Map.of("text", text, "guest", Map.of("name", name)));
        throw new IllegalStateException("the caller fails");
    }

    /** Two writes in one transaction of the caller. */
    @Transactional
    public long writeTwice(String name) {
        blockingEntries.insertMap(Map.of("text", "first", "guest", Map.of("name", name)));
        blockingEntries.insertMap(Map.of("text", "second", "guest", Map.of("name", name)));
        return blockingEntries.select(Map.of("guest.name", name)).count();
    }

    /** Several verbs in one transaction that outlives them all: two writes, and after a while the end. */
    public CompletionStage<Long> writeTogether(String name, boolean failing) {
        return entries.transaction(tx -> tx.repository(Entry.class)
                .insertMap(Map.of("text", "first", "guest", Map.of("name", name)))
                .thenCompose(first ->
                        tx.repository(Entry.class).insertMap(Map.of("text", "second", "guest", Map.of("name", name))))
                .thenCompose(second -> tx.execute(
                        "update ENTRY set MESSAGE = :text where ID = :id",
                        Map.of("text", "third", "id", second.getId())))
                .thenApplyAsync(
                        count -> {
                            if (failing) {
                                throw new IllegalStateException("the stage fails");
                            }
                            return count;
                        },
                        CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS)));
    }

    /** A call from a thread that the server does not know. */
    public CompletionStage<Entry> writeFromElsewhere(String name) {
        return CompletableFuture.supplyAsync(() -> name, task -> new Thread(task).start())
                .thenCompose(given -> write(given, "from elsewhere"));
    }

    /** A call of the repository itself inside of a transaction stays when that fails. */
    public CompletionStage<Entry> writeBeside(String name) {
        return entries.transaction(tx -> tx.repository(Entry.class)
                .insertMap(Map.of("text", "lost", "guest", Map.of("name", name + " lost")))
                .thenCompose(lost -> write(name, "kept"))
                .thenCompose(kept -> CompletableFuture.failedStage(new IllegalStateException("the stage fails"))));
    }

    /** A blocking transaction that joins the one of the caller. */
    @Transactional
    public void writeTogetherAndFail(String name) {
        blockingEntries.transaction(
                tx -> tx.repository(Entry.class).insertMap(Map.of("text", "lost", "guest", Map.of("name", name))));
        throw new IllegalStateException("the caller fails");
    }

    /** By an interface of the application. */
    public CompletionStage<List<Entry>> askedOf(String name) {
        return ownEntries.writtenBy(name);
    }

    /** By an interface of the application, in a transaction of the caller that fails. */
    @Transactional
    public void welcomeAndFail(String name) {
        ownGuests.welcome(name);
        throw new IllegalStateException("the caller fails");
    }

    /** By an interface of the application, twice in one transaction. */
    @Transactional
    public boolean isWelcomedOnce(String name) {
        return ownGuests.welcome(name).getId().equals(ownGuests.welcome(name).getId());
    }
}
