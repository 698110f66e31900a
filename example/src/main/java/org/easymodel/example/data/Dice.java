package org.easymodel.example.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A source of chance that gives the same numbers on every machine.
 *
 * <p>It builds on {@link Random#nextInt(int)} only, whose algorithm is part of its specification.
 */
final class Dice {

    private static final int SHOP_SEED = 20_210_301;

    private final Random random;

    /** Creates the dice for one topic, so that a change in one topic does not disturb the others. */
    Dice(String topic) {
        this.random = new Random(SHOP_SEED * 1_000_003L + topic.hashCode());
    }

    /** Returns a number from zero to the bound, without the bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Returns a number from the first to the last, both included. */
    int between(int first, int last) {
        return first + below(last - first + 1);
    }

    /** Returns true in the given number of cases out of a hundred. */
    boolean percent(int chance) {
        return below(100) < chance;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    <T> List<T> shuffled(List<T> cards) {
        List<T> rest = new ArrayList<>(cards);
        List<T> result = new ArrayList<>();
        while (!rest.isEmpty()) {
            int chosen = below(rest.size());
            result.add(rest.get(chosen));
            rest.set(chosen, rest.get(rest.size() - 1));
            rest.remove(rest.size() - 1);
        }
        return List.copyOf(result);
    }
}
