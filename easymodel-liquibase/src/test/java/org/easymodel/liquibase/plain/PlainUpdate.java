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

    /** Runs a command on a database, with a changelog below a directory; {@code rollbackCount} may have its count behind it. */
    public static void run(String command, Connection connection, Path directory, String changelog) throws Exception {
        try (DirectoryResourceAccessor resources = new DirectoryResourceAccessor(directory)) {
            Map<String, Object> scope =
                    Map.of(Scope.Attr.resourceAccessor.name(), resources, "liquibase.analytics.enabled", "false");
            Scope.child(scope, () -> {
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                String[] words = command.split(" ");
                CommandScope run = new CommandScope(words[0])
                        .addArgumentValue("database", database)
                        .addArgumentValue("changelogFile", changelog);
                if (words[0].equals("update")) {
                    run.addArgumentValue("showSummary", UpdateSummaryEnum.OFF);
                } else if (words[0].equals("rollbackCount")) {
                    run.addArgumentValue("count", words.length > 1 ? Integer.parseInt(words[1]) : 1);
                }
                run.execute();
            });
        }
    }
}
