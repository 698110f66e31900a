package org.easymodel.liquibase.plain;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.command.CommandScope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;

/** The command "update" as the Maven plugin and the command line of Liquibase run it. */
public final class PlainUpdate {

    private PlainUpdate() {}

    /** Runs a command on a database, with a changelog below a directory. */
    public static void run(String command, Connection connection, Path directory, String changelog) throws Exception {
        try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(directory)) {
            Map<String, Object> scope =
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, "liquibase.analytics.enabled", "false");
            Scope.child(scope, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                CommandScope run = new CommandScope(command)
                        .addArgumentValue("database", database)
                        .addArgumentValue("changelogFile", changelog);
                if (command.equals("update")) {
                    run.addArgumentValue("showSummary", UpdateSummaryEnum.OFF);
                } else if (command.equals("rollbackCount")) {
                    run.addArgumentValue("count", 1);
                }
                run.execute();
            });
        }
    }
}
