package org.easymodel.example.data;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** A list of choices of which some are picked more often than others. */
final class Weighted<T> {

    private final List<T> choices;
    private final int[] bounds;

    Weighted(List<T> choices, ToIntFunction<? super T> weight) {
        this.choices = List.copyOf(choices);
        this.bounds = new int[choices.size()];
        int sum = 0;
        for (int index = 0; index < bounds.length; index++) {
            sum = Math.addExact(sum, weight.applyAsInt(this.choices.get(index)));
            bounds[index] = sum;
        }
    }

    /** Gives the numbers from the first one upwards, each with its weight. */
    static Weighted<Integer> numbers(int first, int... weights) {
        List<Integer> numbers =
                IntStream.range(first, first + weights.length).boxed().toList();
        return new Weighted<>(numbers, number -> weights[number - first]);
    }

    T pick(Dice dice) {
        int point = dice.below(bounds[bounds.length - 1]);
        int low = 0;
        int high = bounds.length - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (point < bounds[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return choices.get(low);
    }
}
