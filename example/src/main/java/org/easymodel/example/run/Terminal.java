package org.easymodel.example.run;

import java.io.PrintStream;
import java.util.Locale;

/** Prints the story; progress bars only where somebody can see them move. For one thread, except the progress. */
final class Terminal {

    private static final int BAR = 40;

    private final PrintStream out;
    private final boolean interactive;

    Terminal(PrintStream out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    /** The terminal of this process; without a bar if the output goes to a file or a pipe. */
    static Terminal ofProcess() {
        return new Terminal(System.out, System.console() != null && isTerminal());
    }

    /** Since Java 22 there is a console without a terminal too; it says which, by a method that Java 17 does not have. */
    private static boolean isTerminal() {
        try {
            return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    void heading(String text) {
        out.println();
        out.println(text);
    }

    void line(String format, Object... arguments) {
        out.println("   " + (arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments)));
    }

    void block(String text) {
        text.strip().lines().forEach(this::indented);
    }

    private void indented(String line) {
        out.println(line.isEmpty() ? "" : "   " + line);
    }

    /** Shows that {@code done} of {@code all} steps are done; safe for any number of threads. */
    synchronized void progress(String what, long done, long all) {
        if (interactive) {
            int filled = all == 0 ? BAR : (int) (BAR * done / all);
            out.printf(
                    Locale.ROOT,
                    "\r   %-14s [%s%s] %,d of %,d",
                    what,
                    "#".repeat(filled),
                    ".".repeat(BAR - filled),
                    done,
                    all);
            if (done == all) {
                out.println();
            }
            out.flush();
        } else if (done == all) {
            line("%-14s %,d", what, all);
        }
    }
}
