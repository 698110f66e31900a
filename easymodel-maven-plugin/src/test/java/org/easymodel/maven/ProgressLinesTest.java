package org.easymodel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private final List<String> lines = new ArrayList<>();
    private long now;

    private void run(int steps, Duration each) {
        ProgressLines progress = new ProgressLines(lines::add, () -> now);
        for (int number = 1; number <= steps; number++) {
            progress.step(number, steps, "step " + number);
            now += each.toNanos();
        }
    }

    @Test
    void step_fewOfThem_areAllTold() {
        run(3, Duration.ofMillis(1));
        assertThat(lines).containsExactly("[1/3] step 1", "[2/3] step 2", "[3/3] step 3");
    }

    @Test
    void step_manyOfThem_areToldOnceASecondWithTheTimeLeft() {
        run(2000, Duration.ofMillis(10));
        assertThat(lines)
                .hasSize(21)
                .startsWith(
                        "[1/2000] step 1",
                        "[101/2000] step 101, about 19 s left",
                        "[201/2000] step 201, about 18 s left")
                .endsWith("[1901/2000] step 1901", "[2000/2000] step 2000");
    }

    @Test
    void step_slowOnes_areToldInMinutes() {
        run(100, Duration.ofMinutes(1));
        assertThat(lines).hasSize(100).contains("[2/100] step 2, about 99 min left");
    }
}
