package org.easymodel.contract.scan.models;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.liquibase.MigrationManager;
import org.easymodel.schema.SchemaModel;

/** A scan in a class loader of its own, called from outside of it. */
public final class SeparateScan {

    private SeparateScan() {}

    /** The canonical text of a unit that the directory has. */
    public static String scan(String directory, String unit) {
        return UnitPath.of(Path.of(directory)).call(() -> SchemaScan.scan(unit, Map.of()));
    }

    /** What is explained of an entity. */
    public static String explain(String directory, String unit, String entity) {
        return UnitPath.of(Path.of(directory)).call(() -> SchemaScan.explain(unit, entity, Map.of()));
    }

    /**
     * Creates our tables in H2, writes an entity and reads it back from there.
     *
     * @param maker the name of a class that supplies the entity
     * @param query what to ask the database itself for, as one row
     * @return the text of the entity that was read, and that of the row
     */
    public static String readBack(String directory, String unit, String maker, String query) {
        return UnitPath.of(Path.of(directory)).call(() -> {
            String url = "jdbc:h2:mem:" + unit + ";DB_CLOSE_DELAY=-1";
            try {
                Class.forName("org.h2.Driver");
                SchemaModel schema = SchemaScan.schema(unit, Map.of());
                MigrationManager revisions = MigrationManager.of(schema, Path.of(directory, "revisions"));
                revisions.revision("Create");
                revisions
                        .withConnections(() -> DriverManager.getConnection(url))
                        .upgrade();
                Object entity = ((Supplier<?>) Thread.currentThread()
                                .getContextClassLoader()
                                .loadClass(maker)
                                .getConstructor()
                                .newInstance())
                        .get();
                String read = readBack(unit, entity, Map.of("jakarta.persistence.jdbc.url", url));
                return read + "\n" + row(url, query);
            } catch (ReflectiveOperationException | SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static String row(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            List<String> values = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.add(row.getString(i));
            }
            return String.join(" ", values);
        }
    }

    private static String readBack(String unit, Object entity, Map<String, String> database) {
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(unit, database)) {
            Object id;
            try (EntityManager manager = factory.createEntityManager()) {
                manager.getTransaction().begin();
                manager.persist(entity);
                manager.getTransaction().commit();
                id = factory.getPersistenceUnitUtil().getIdentifier(entity);
            }
            factory.getCache().evictAll();
            try (EntityManager manager = factory.createEntityManager()) {
                return manager.find(entity.getClass(), id).toString();
            }
        }
    }
}
