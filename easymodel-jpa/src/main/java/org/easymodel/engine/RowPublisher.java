package org.easymodel.engine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.easymodel.engine.concurrent.Corridor;
import org.easymodel.engine.concurrent.WorkStage;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the rows of a query to any number of subscribers, to each from the beginning, as they ask for them. Between two
 * reads nothing is held but the rows that were read.
 *
 * @param walk a new walk over the rows; fails if the query is wrong
 * @param corridor where rows are read
 */
record RowPublisher<E>(String place, Supplier<RowWalk<E>> walk, Corridor corridor) implements Flow.Publisher<E> {

    /** As many as are read at once, at least and at most. */
    private static final int FEWEST = 32;

    private static final int MOST = 1000;

    @Override
    public void subscribe(Flow.Subscriber<? super E> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        Feed<E> feed = new Feed<>(this, subscriber);
        subscriber.onSubscribe(feed);
        feed.start();
    }

    /** What one subscriber gets. Signals come one after the other, from whatever thread has a reason for the next one. */
    private static final class Feed<E> implements Flow.Subscription {

        private final RowPublisher<E> origin;
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicInteger reasons = new AtomicInteger();
        private volatile @Nullable Throwable failure;
        private volatile boolean cancelled;
        private boolean reading;
        private volatile boolean started;

        private volatile @Nullable List<E> arrived;
        private volatile @Nullable WorkStage<List<E>> running;

        private Flow.@Nullable Subscriber<? super E> subscriber;
        private @Nullable RowWalk<E> walk;
        private final Deque<E> rows = new ArrayDeque<>();

        Feed(RowPublisher<E> origin, Flow.Subscriber<? super E> subscriber) {
            this.origin = origin;
            this.subscriber = subscriber;
        }

        void start() {
            try {
                walk = origin.walk().get();
            } catch (RuntimeException e) {
                fail(e);
            }
            started = true;
            signal();
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                fail(QueryProblems.noDemand(origin.place(), count));
            } else {
                wanted.accumulateAndGet(count, (before, more) -> {
                    long sum = before + more;
                    return sum < 0 ? Long.MAX_VALUE : sum;
                });
            }
            signal();
        }

        @Override
        public void cancel() {
            cancelled = true;
            signal();
        }

        private void fail(Throwable thrown) {
            if (failure == null) {
                failure = thrown;
            }
        }

        /** One thread at a time; whoever comes meanwhile leaves a reason for another round. */
        private void signal() {
            if (!started || reasons.getAndIncrement() > 0) {
                return;
            }
            int seen = 1;
            do {
                round();
                seen = reasons.addAndGet(-seen);
            } while (seen > 0);
        }

        private void round() {
            while (!isOver()) {
                List<E> several = arrived;
                if (several != null) {
                    arrived = null;
                    rows.addAll(several);
                    reading = false;
                }
                boolean asked = wanted.get() > 0;
                if (!rows.isEmpty() && asked) {
                    next(rows.remove());
                } else if (rows.isEmpty() && !reading && walk.isOver()) {
                    end().onComplete();
                } else if (rows.isEmpty() && !reading && asked) {
                    read(walk);
                } else {
                    return;
                }
            }
        }

        private boolean isOver() {
            if (subscriber == null) {
                return true;
            }
            if (cancelled) {
                end();
                return true;
            }
            Throwable thrown = failure;
            if (thrown != null) {
                end().onError(thrown);
                return true;
            }
            return false;
        }

        /** Nothing is held for a subscriber that gets nothing any more. */
        private Flow.Subscriber<? super E> end() {
            Flow.Subscriber<? super E> last = Objects.requireNonNull(subscriber);
            subscriber = null;
            walk = null;
            rows.clear();
            arrived = null;
            WorkStage<List<E>> work = running;
            if (work != null) {
                work.cancel(false);
            }
            return last;
        }

        private void next(E row) {
            if (wanted.get() != Long.MAX_VALUE) {
                wanted.decrementAndGet();
            }
            try {
                Objects.requireNonNull(subscriber).onNext(row);
            } catch (RuntimeException | Error e) {
                // A subscriber that throws has broken its contract, and is treated as one that has cancelled.
                end();
                System.getLogger("org.easymodel")
                        .log(System.Logger.Level.WARNING, "A subscriber of " + origin.place() + " has thrown", e);
            }
        }

        private void read(RowWalk<E> from) {
            reading = true;
            int most = (int) Math.max(FEWEST, Math.min(MOST, wanted.get()));
            WorkStage<List<E>> work = origin.corridor().run(origin.place(), () -> from.next(most));
            running = work;
            work.whenComplete((several, thrown) -> {
                if (thrown == null) {
                    arrived = several;
                } else {
                    fail(WorkStage.cause(thrown));
                }
                signal();
            });
        }
    }
}
