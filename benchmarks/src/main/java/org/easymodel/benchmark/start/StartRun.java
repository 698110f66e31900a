package org.easymodel.benchmark.start;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** One start in a process of its own: prints how many milliseconds it took until the first query is possible. */
public final class StartRun {

    private StartRun() {}

    /** Takes what to start, the address of the database, and the directory of the model. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        Start start = Start.valueOf(arguments[0]);
        long before = System.nanoTime();
        switch (start) {
            case LIQUIBASE_UPDATE -> update(arguments[1], Path.of(arguments[2]));
            case HIBERNATE -> open(MadeUpModel.HIBERNATE, arguments[1], Map.of("hibernate.hbm2ddl.auto", "none"));
            case HIBERNATE_VALIDATE ->
                open(MadeUpModel.HIBERNATE, arguments[1], Map.of("hibernate.hbm2ddl.auto", "validate"));
            case EASYMODEL_OFF -> open(MadeUpModel.ECLIPSELINK, arguments[1], Map.of("easymodel.migrate", "off"));
            case EASYMODEL_UPGRADE ->
                open(MadeUpModel.ECLIPSELINK, arguments[1], Map.of("easymodel.migrate", "upgrade"));
            case EASYMODEL_CHECK -> open(MadeUpModel.ECLIPSELINK, arguments[1], Map.of("easymodel.migrate", "check"));
            case EASYMODEL_AUTO -> open(MadeUpModel.ECLIPSELINK, arguments[1], Map.of("easymodel.migrate", "auto"));
        }
        System.out.println("ms " + (System.nanoTime() - before) / 1_000_000);
    }

    private static void open(String unit, String url, Map<String, String> settings) {
        Map<String, String> properties = new HashMap<>(settings);
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("jakarta.persistence.jdbc.user", "postgres");
        properties.put("jakarta.persistence.jdbc.password", "postgres");
        EntityManagerFactory factory = Persistence.createEntityManagerFactory(unit, properties);
        factory.createEntityManager().close();
    }

    static void update(String url, Path directory) throws Exception {
        try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(directory);
                Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
            Map<String, Object> scope =
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, "liquibase.analytics.enabled", "false");
            Scope.child(scope, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                new CommandScope("update")
                        .addArgumentValue("database", database)
                        .addArgumentValue("changelogFile", "db/easymodel/" + MadeUpModel.ECLIPSELINK + "/root.yaml")
                        .addArgumentValue("showSummary", UpdateSummaryEnum.OFF)
                        .execute();
            });
        }
    }
}
