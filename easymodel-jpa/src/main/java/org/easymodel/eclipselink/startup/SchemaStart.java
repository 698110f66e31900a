package org.easymodel.eclipselink.startup;

import jakarta.persistence.spi.PersistenceUnitInfo;
import java.net.URL;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import org.easymodel.eclipselink.SessionSettings;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.SchemaMigration;
import org.easymodel.spi.Settings;
import org.easymodel.spi.StartingUnit;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.sessions.Session;

/**
 * Has the schema of a unit migrated or checked before the unit asks its database anything: the setting {@code
 * easymodel.migrate}, which is {@code off} unless told.
 */
public final class SchemaStart {

    private static final String OFF = "off";

    /** The properties by which EclipseLink itself makes tables. */
    private static final List<String> MAKERS = List.of(
            "eclipselink.ddl-generation",
            "jakarta.persistence.schema-generation.database.action",
            "javax.persistence.schema-generation.database.action");

    private SchemaStart() {}

    /**
     * Does what the setting says for the unit of a session.
     *
     * @param session the session, as a customizer gets it: described, and not yet connected
     * @throws org.easymodel.failure.EasyModelException if the unit must not be used as it is
     */
    public static void run(Session session) {
        if ("true".equals(String.valueOf(session.getProperty("eclipselink.validation-only")))) {
            return;
        }
        Settings settings = SessionSettings.of(session);
        String mode = settings.text("migrate").orElse(OFF).strip().toLowerCase(Locale.ROOT);
        if (mode.equals(OFF) || mode.isEmpty()) {
            return;
        }
        String unit = SessionSettings.unitName(session);
        MAKERS.forEach(maker -> requireNone(session, unit, mode, maker));
        Iterator<SchemaMigration> engines = ServiceLoader.load(
                        SchemaMigration.class, SchemaStart.class.getClassLoader())
                .iterator();
        if (!engines.hasNext()) {
            throw Problems.noEngine(unit, mode);
        }
        engines.next().start(unit(session, unit, settings));
    }

    private static void requireNone(Session session, String unit, String mode, String maker) {
        if (session.getProperty(maker) instanceof String value
                && !value.strip().equalsIgnoreCase("none")
                && !value.isBlank()) {
            throw Problems.twoMakers(unit, mode, maker, value);
        }
    }

    private static StartingUnit unit(Session session, String name, Settings settings) {
        Optional<PersistenceUnitInfo> info = Optional.ofNullable(
                        EntityManagerFactoryProvider.getEntityManagerSetupImpl(session.getName()))
                .map(EntityManagerSetupImpl::getPersistenceUnitInfo);
        Optional<URL> root = info.map(PersistenceUnitInfo::getPersistenceUnitRootUrl);
        ClassLoader loader = session.getPlatform().getConversionManager().getLoader();
        return new StartingUnit(
                name, root, loader, settings, SessionConnections.of(session, info), () -> model(session, name, info));
    }

    private static SchemaModel model(Session session, String name, Optional<PersistenceUnitInfo> info) {
        return SchemaScan.starting(
                info.orElseThrow(() -> Problems.notKnown(name)), SessionSettings.properties(session));
    }
}
