package org.easymodel.example.run;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The CDI container of the run, with the database that was chosen as a bean. */
final class ShopContainer {

    private ShopContainer() {}

    /** Loads the data if they are not there, and tells the story. */
    static void run(ShopDatabase database, Terminal terminal) {
        SeContainerInitializer initializer = SeContainerInitializer.newInstance();
        try (SeContainer container =
                initializer.addExtensions(new ChosenDatabase(database)).initialize()) {
            ShopStory story = container.select(ShopStory.class).get();
            if (story.isLoaded()) {
                story.showUsers(terminal);
            } else {
                terminal.heading("Loading the data: one asynchronous insert a row");
                container.select(ShopLoader.class).get().load(terminal);
                story.tell(terminal);
            }
        }
    }

    /** Whether there are data, asked without starting anything. */
    static boolean isLoaded(ShopDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM REVIEW")) {
            return rows.next() && rows.getLong(1) > 0;
        } catch (SQLException e) {
            throw new IllegalStateException("The database of the shop does not answer", e);
        }
    }

    /** Makes the chosen database a bean. */
    private record ChosenDatabase(ShopDatabase database) implements jakarta.enterprise.inject.spi.Extension {

        @SuppressWarnings("unused")
        void add(@jakarta.enterprise.event.Observes jakarta.enterprise.inject.spi.AfterBeanDiscovery discovery) {
            discovery
                    .<ShopDatabase>addBean()
                    .types(ShopDatabase.class)
                    .scope(jakarta.inject.Singleton.class)
                    .createWith(context -> database);
        }
    }
}
