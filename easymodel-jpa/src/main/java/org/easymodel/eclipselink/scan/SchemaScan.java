package org.easymodel.eclipselink.scan;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.easymodel.eclipselink.FailedDeployment;
import org.easymodel.eclipselink.SessionModel;
import org.easymodel.failure.EasyModelException;
import org.easymodel.schema.SchemaModel;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.eclipse.persistence.sessions.DatabaseSession;

/**
 * Reads the neutral schema of a persistence unit without a database and without a driver: the unit is deployed by EclipseLink
 * itself, validating only, so that annotations, {@code orm.xml}, converters and defaults are what the run time will use.
 *
 * <p>Safe for any number of threads; every scan deploys and closes a session of its own.
 */
public final class SchemaScan {

    private SchemaScan() {}

    /**
     * The canonical text of a unit's schema, for callers in another class loader.
     *
     * @param unit the name of the unit; empty if {@code META-INF/persistence.xml} has only one
     * @param properties further properties of the unit
     * @return {@link SchemaModel#text()}
     * @throws EasyModelException as {@link #schema(String, Map)}
     */
    public static String scan(String unit, Map<String, String> properties) {
        return schema(unit, properties).text();
    }

    /**
     * The schema of a unit.
     *
     * @param unit the name of the unit; empty if {@code META-INF/persistence.xml} has only one
     * @param properties further properties of the unit, which override those of the file
     * @throws org.easymodel.failure.ConfigurationException if there is no such unit, or it cannot be deployed
     * @throws org.easymodel.failure.InvalidModelException if the model holds something that cannot be described; it lists
     *     all of it
     */
    public static SchemaModel schema(String unit, Map<String, ?> properties) {
        return scanned(unit, properties, SchemaBuilder::buildValid).schema();
    }

    /**
     * What was scanned of an entity, and why its tables look so: lines for people, with what could not be inferred.
     *
     * @param unit the name of the unit; empty if {@code META-INF/persistence.xml} has only one
     * @param entity the name of the entity; empty for all of them
     * @param properties further properties of the unit
     * @return one block of lines per entity, each ended by a line feed
     * @throws org.easymodel.failure.ConfigurationException if there is no such unit or entity, or the unit cannot be deployed
     */
    public static String explain(String unit, String entity, Map<String, String> properties) {
        return new Explanation(scanned(unit, properties, SchemaBuilder::build)).of(entity);
    }

    /**
     * The schema of the unit of a session that is being deployed, in Java SE or by a server: the unit is deployed a second time,
     * without its data sources. What could not be inferred is left out; the unit that is being deployed says so and works.
     *
     * @param setup what EclipseLink knows of the unit
     * @param properties the properties that the unit is deployed with
     * @throws org.easymodel.failure.ConfigurationException if the unit cannot be deployed
     */
    public static SchemaModel starting(PersistenceUnitInfo setup, Map<String, String> properties) {
        return scanned(setup, properties, SchemaBuilder::build).schema();
    }

    /**
     * The schema of a unit that is described in code.
     *
     * @param setup the unit
     * @param properties its properties
     * @throws EasyModelException as {@link #schema(String, Map)}
     */
    static SchemaModel schema(PersistenceUnitInfo setup, Map<String, String> properties) {
        return scanned(setup, properties, SchemaBuilder::buildValid).schema();
    }

    private static Scanned scanned(
            PersistenceUnitInfo setup, Map<String, String> properties, Function<SchemaBuilder, Scanned> build) {
        String name = setup.getPersistenceUnitName();
        try (EntityManagerFactory factory = new PersistenceProvider()
                .createContainerEntityManagerFactory(OfflineUnit.of(setup), offline(properties))) {
            DatabaseSession session = factory.unwrap(DatabaseSession.class);
            return build.apply(new SchemaBuilder(name, session, SessionModel.existing(session, name)));
        } catch (RuntimeException e) {
            throw FailedDeployment.failure(name, e);
        }
    }

    private static Scanned scanned(String unit, Map<String, ?> properties, Function<SchemaBuilder, Scanned> build) {
        String name = unit.isEmpty() ? PersistenceUnits.onlyOne() : PersistenceUnits.existing(unit);
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(name, offline(properties))) {
            DatabaseSession session = factory.unwrap(DatabaseSession.class);
            return build.apply(new SchemaBuilder(name, session, SessionModel.existing(session, name)));
        } catch (RuntimeException e) {
            throw FailedDeployment.failure(name, e);
        }
    }

    private static Map<String, Object> offline(Map<String, ?> properties) {
        Map<String, Object> offline = new HashMap<>(properties);
        for (String property : List.of("jtaDataSource", "nonJtaDataSource")) {
            offline.put("jakarta.persistence." + property, "");
        }
        offline.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        offline.put("eclipselink.validation-only", "true");
        offline.put("eclipselink.target-database", "PostgreSQL");
        offline.put("eclipselink.target-server", "None");
        offline.put("eclipselink.weaving", "false");
        offline.put("eclipselink.logging.level", "OFF");
        offline.put("eclipselink.ddl-generation", "none");
        offline.put("jakarta.persistence.schema-generation.database.action", "none");
        offline.put("eclipselink.session-name", "easymodel-scan-" + UUID.randomUUID());
        return offline;
    }
}
