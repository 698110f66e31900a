package org.easymodel.example.run;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.easymodel.failure.EasyModelException;

/**
 * Runs the shop: {@code --fresh} starts over, {@code --with-loyalty} switches on one more attribute and a renamed column,
 * {@code downgrade} takes the newest revision back.
 */
public final class ShopRun {

    /** Kept here, because a logger that nobody holds forgets its level. */
    private static final Logger WELD = Logger.getLogger("org.jboss.weld");

    private ShopRun() {}

    /**
     * Runs the shop.
     *
     * @throws IllegalArgumentException if an argument is unknown
     * @throws EasyModelException if a step fails; the message names the remedy
     */
    public static void main(String... arguments) {
        WELD.setLevel(Level.WARNING);
        run(ShopArguments.parse(List.of(arguments)), Terminal.ofProcess());
    }

    static void run(ShopArguments arguments, Terminal terminal) {
        long started = System.nanoTime();
        RunDirectory directory = new RunDirectory(arguments.directory());
        ShopDatabase database = ShopDatabase.of(arguments, directory);
        if (arguments.fresh()) {
            ShopMigration.startOver(directory, database);
        }
        directory.create();
        try {
            ShopMigration migration = new ShopMigration(directory, database, terminal);
            if (arguments.downgrade()) {
                migration.downgrade();
                return;
            }
            terminal.heading("EasyModel shop, in " + directory.root() + ", on " + database.shown());
            boolean changed = migration.migrate();
            if (!changed && ShopContainer.isLoaded(database)) {
                double seconds = (System.nanoTime() - started) / 1e9;
                terminal.line(
                        "Nothing changed: model, revisions and database agree (%.1f s after the start).", seconds);
                terminal.line("Start over with -Dshop.args=--fresh, or go on with -Dshop.args=--with-loyalty.");
                return;
            }
            ShopContainer.run(database, terminal);
            migration.draw();
            migration.sayWhatNext();
        } finally {
            database.shutDown();
        }
    }
}
