package org.easymodel.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.Vector;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.persistence.indirection.IndirectList;
import org.junit.jupiter.api.Test;

class DistinctManyToManyTest {

    @Property
    void distinct_keepsTheFirstOfEachRow_inOrder(@ForAll @Size(max = 60) List<@IntRange(max = 9) Integer> numbers) {
        List<Row> known = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            known.add(new Row());
        }
        List<Row> rows = numbers.stream().map(known::get).toList();
        List<Row> expected = new ArrayList<>();
        Set<Row> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.forEach(row -> {
            if (seen.add(row)) {
                expected.add(row);
            }
        });

        Vector<Row> vector = new Vector<>(rows);
        IndirectList<Row> indirect = new IndirectList<>(rows);
        DistinctManyToMany.distinct(vector);
        DistinctManyToMany.distinct(indirect);

        assertSame(vector, expected);
        assertSame(indirect, expected);
    }

    @Test
    void distinct_looksAtEachRowOnce() {
        Counting rows = new Counting();
        for (int i = 0; i < 20_000; i++) {
            Row row = new Row();
            rows.add(row);
            rows.add(row);
        }

        DistinctManyToMany.distinct(rows);

        assertThat(rows.size()).isEqualTo(20_000);
        assertThat(rows.looks).isEqualTo(40_000);
    }

    private static void assertSame(List<Row> rows, List<Row> expected) {
        assertThat(rows.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(rows.get(i) == expected.get(i)).isTrue();
        }
    }

    /** An entity whose own equality must not be asked for. */
    private static final class Row {

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("equals was called");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("hashCode was called");
        }
    }

    /** A list that shows its rows in one way only, and counts. */
    private static final class Counting extends ArrayList<Row> {

        private static final long serialVersionUID = 1L;

        private int looks;

        @Override
        public boolean removeIf(Predicate<? super Row> filter) {
            return super.removeIf(row -> {
                looks++;
                return filter.test(row);
            });
        }

        @Override
        public Row get(int index) {
            throw new AssertionError("a row was read by its place");
        }

        @Override
        public java.util.Iterator<Row> iterator() {
            throw new AssertionError("the rows were walked through");
        }
    }
}
