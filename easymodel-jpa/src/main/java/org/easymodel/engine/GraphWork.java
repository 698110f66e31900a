package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.easymodel.failure.ConcurrentChangeException;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.relate.AttributeDescription;
import org.easymodel.relate.RelationshipDescription;
import org.jspecify.annotations.Nullable;

/**
 * Writes graphs of rows, each as one unit of work: once more where somebody else inserted a row between looking for it and
 * writing it, and so that given entities are as before if nothing was written.
 *
 * @param reading reads and checks the graph, without the database
 * @param races how often another attempt is made
 * @param commutes whether it does not matter what others did to the same rows meanwhile, so that a moved version is a race too
 */
record GraphWork<E>(Entities<E> entities, String verb, Supplier<Graph> reading, int races, boolean commutes) {

    private static final int MOST_RACES = 3;

    /** Of those that write one row at the same time each attempt lets one through. */
    private static final int MOST_IN_A_ROW = 50;

    GraphWork(Entities<E> entities, String verb, Supplier<Graph> reading) {
        this(entities, verb, reading, MOST_RACES, false);
    }

    /** Work that may be repeated whatever others did to the same rows. */
    GraphWork<E> commuting() {
        return new GraphWork<>(entities, verb, reading, MOST_IN_A_ROW, true);
    }

    /** What a given entity held before. */
    private record Original(
            Object entity, String attribute, @Nullable Object value) {}

    /** Reads the graph, does the work with it in a transaction, and gives what that gives. */
    <R> R run(BiFunction<EntityManager, Graph, R> work) {
        Graph checked = reading.get();
        List<Graph> fresh = new ArrayList<>(List.of(checked));
        int lost = 0;
        while (true) {
            List<Original> originals = originals(checked);
            try {
                return entities.call(verb, entityManager -> {
                    Graph graph = fresh.isEmpty() ? again(originals) : fresh.remove(0);
                    return work.apply(entityManager, graph);
                });
            } catch (ConstraintViolatedException e) {
                restore(originals);
                if (lost == races || entities.work().joins() || !checked.mayHaveMissed(e)) {
                    throw e;
                }
                lost++;
            } catch (ConcurrentChangeException e) {
                restore(originals);
                boolean moved = e.kind() == ConcurrentChangeException.Kind.VERSION;
                if (lost == races || entities.work().joins() || !commutes || !moved) {
                    throw e;
                }
                lost++;
            } catch (StackOverflowError e) {
                restore(originals);
                throw GraphProblems.tooLongChain(entities.place(verb), e);
            } catch (RuntimeException | Error e) {
                restore(originals);
                throw e;
            }
        }
    }

    private Graph again(List<Original> originals) {
        restore(originals);
        return reading.get();
    }

    private List<Original> originals(Graph graph) {
        List<Original> originals = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Object given = node.given();
            if (given != null) {
                for (AttributeDescription attribute : node.entity.attributes()) {
                    originals.add(new Original(
                            given, attribute.name(), entities.unit().get(given, attribute.name())));
                }
                for (RelationshipDescription each : entities.model().relationships(node.entity)) {
                    if (!each.inferred() && entities.unit().isLoaded(given, each.attribute())) {
                        originals.add(new Original(
                                given, each.attribute(), entities.unit().get(given, each.attribute())));
                    }
                }
            }
        }
        return originals;
    }

    private void restore(List<Original> originals) {
        originals.forEach(each -> entities.unit().set(each.entity(), each.attribute(), each.value()));
    }
}
