package org.easymodel.benchmark.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.ConnectionSource;
import org.easymodel.liquibase.MigrationManager;

/** One piece of work in a process of its own: prints how many milliseconds it took. */
public final class WorkRun {

    private WorkRun() {}

    /** Takes what to do, the address of an empty database, and the directory of the model. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        Path directory = Path.of(arguments[2]);
        Path revisions = directory.resolve("db/easymodel/" + MadeUpModel.ECLIPSELINK);
        long before = System.nanoTime();
        switch (Work.valueOf(arguments[0])) {
            case SCAN -> SchemaScan.schema(MadeUpModel.ECLIPSELINK, Map.of());
            case REVISION ->
                MigrationManager.of(MadeUpModel.ECLIPSELINK, Files.createTempDirectory(directory, "again"))
                        .revision("Create everything");
            case CHECK ->
                MigrationManager.of(MadeUpModel.ECLIPSELINK, revisions).check().requireSound();
            case UPGRADE ->
                MigrationManager.of(revisions)
                        .withConnections(ConnectionSource.of(arguments[1], "postgres", "postgres"))
                        .upgrade();
            case LIQUIBASE_UPDATE -> StartRun.update(arguments[1], directory);
        }
        System.out.println("ms " + (System.nanoTime() - before) / 1_000_000);
    }
}
