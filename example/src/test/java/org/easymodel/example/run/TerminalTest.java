package org.easymodel.example.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void progress_withoutTerminal_isOneLineAtTheEnd() {
        RecordedTerminal recorded = new RecordedTerminal(false);

        for (int step = 1; step <= 2000; step++) {
            recorded.terminal().progress("users", step, 2000);
        }

        assertThat(recorded.text()).isEqualTo(String.format("   users          2,000%n"));
    }

    @Test
    void progress_onTerminal_isABar() {
        RecordedTerminal recorded = new RecordedTerminal(true);

        recorded.terminal().progress("users", 1, 2);
        recorded.terminal().progress("users", 2, 2);

        assertThat(recorded.text())
                .isEqualTo(String.format("\r   users          [####################....................] 1 of 2"
                        + "\r   users          [########################################] 2 of 2%n"));
    }
}
