package org.easymodel.example.run;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A terminal that keeps what is printed. */
final class RecordedTerminal {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private final Terminal terminal;

    RecordedTerminal(boolean interactive) {
        this.terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), interactive);
    }

    Terminal terminal() {
        return terminal;
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
