package org.easymodel.server;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Many visitors of the shop at once, for a while: each sends its next request when it has the answer to the last. */
final class ShopVisitors {

    /** Of ten requests of a visitor, one is an order. */
    private static final int ORDERS = 10;

    private final ShopClient client;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong answers = new AtomicLong();
    private final ConcurrentSkipListMap<Long, AtomicLong> millis = new ConcurrentSkipListMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong slowestPage = new AtomicLong();

    ShopVisitors(ShopClient client) {
        this.client = client;
    }

    /** Visits with so many requests in flight; one visitor more asks for a page that needs no database. */
    void run(int visitors, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        CountDownLatch gone = new CountDownLatch(visitors + 1);
        for (int visitor = 0; visitor < visitors; visitor++) {
            visit(visitor, 0, end, gone);
        }
        page(end, gone);
        gone.await();
    }

    private void visit(int visitor, int turn, long end, CountDownLatch gone) {
        if (System.nanoTime() >= end) {
            gone.countDown();
            return;
        }
        long start = System.nanoTime();
        boolean order = (visitor + turn) % ORDERS == 0;
        (order ? order() : look(visitor + turn)).whenComplete((response, failure) -> {
            record(System.nanoTime() - start);
            check(response, failure, order ? 201 : 200);
            visit(visitor, turn + 1, end, gone);
        });
    }

    private CompletableFuture<HttpResponse<String>> order() {
        return client.orderLater(run + "-" + orders.incrementAndGet(), "jane", Map.of("tent-4", 1, "pan-24", 2));
    }

    private CompletableFuture<HttpResponse<String>> look(int turn) {
        return switch (turn % 3) {
            case 0 -> client.getLater("api/products");
            case 1 -> client.getLater("api/products?category=kitchen");
            default -> client.getLater("api/products/tent-4");
        };
    }

    private void page(long end, CountDownLatch gone) {
        if (System.nanoTime() >= end) {
            gone.countDown();
            return;
        }
        long start = System.nanoTime();
        client.getLater("index.html").whenComplete((response, failure) -> {
            slowestPage.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
            check(response, failure, 200);
            page(end, gone);
        });
    }

    private void record(long nanos) {
        answers.incrementAndGet();
        millis.computeIfAbsent(nanos / 1_000_000, each -> new AtomicLong()).incrementAndGet();
    }

    private void check(@Nullable HttpResponse<String> response, @Nullable Throwable failure, int expected) {
        if (response == null) {
            failures.add(String.valueOf(failure));
        } else if (response.statusCode() != expected) {
            failures.add(response.statusCode() + " " + response.body());
        }
    }

    Queue<String> failures() {
        return failures;
    }

    long answers() {
        return answers.get();
    }

    long orders() {
        return orders.get();
    }

    /** Of the page that needs no database. */
    long slowestPageMillis() {
        return slowestPage.get();
    }

    /** The time that this share of the requests took at most. */
    long millisOf(double share) {
        long seen = 0;
        for (Map.Entry<Long, AtomicLong> each : millis.entrySet()) {
            seen += each.getValue().get();
            if (seen >= share * answers.get()) {
                return each.getKey();
            }
        }
        return 0;
    }
}
