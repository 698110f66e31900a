package org.easymodel.eclipselink;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.easymodel.eclipselink.naming.Naming;
import org.easymodel.eclipselink.startup.SchemaStart;
import org.easymodel.relate.ModelDescription;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Installs this library in a persistence unit: tables and columns get the names of the
 * naming strategy, reserved names are quoted, the timestamps of {@link
 * org.easymodel.model.Timestamped} become columns of Coordinated Universal Time, relationships are inferred, and the shared cache
 * is off unless the application chose otherwise. At its end the database is migrated or checked, if {@code easymodel.migrate}
 * says so: nothing was asked of the database before, on any server.
 *
 * <pre>{@code
 * <property name="eclipselink.session.customizer" value="org.easymodel.eclipselink.EasyModelCustomizer"/>
 * }</pre>
 *
 * <p>What could not be inferred is logged as a warning of the logger {@code org.easymodel}; the rest works all the same.
 *
 * <p>EclipseLink takes one customizer. An application that has its own names it in {@code easymodel.session.customizer}; it
 * runs first. EclipseLink may call a customizer again when a deployment is repeated; that changes nothing.
 */
public final class EasyModelCustomizer implements SessionCustomizer {

    /** The property that names the application's own customizer. */
    public static final String DELEGATE = "easymodel.session.customizer";

    private static final Logger LOGGER = System.getLogger("org.easymodel");

    /** Called by EclipseLink. */
    public EasyModelCustomizer() {}

    @Override
    public void customize(Session session) throws Exception {
        customizeByApplication(session);
        Naming.apply(session);
        ReservedNames.quote(session);
        for (ClassDescriptor descriptor : SessionModel.entities(session)) {
            UtcTimestamps.install(descriptor);
            ChangeTracking.relax(descriptor, session);
        }
        session.getDescriptors().values().forEach(Uuids::install);
        UuidKeys.install(session);
        SharedCache.isolate(session);
        ModelDescription model = SessionModel.of(session);
        if (model == null) {
            model = SessionModel.describe(session);
            if (!isScan(session)) {
                NamedRelationships.tell(model);
                model.problems().forEach(problem -> LOGGER.log(Level.WARNING, problem));
                model.warnings().forEach(problem -> LOGGER.log(Level.WARNING, problem));
            }
            SessionModel.remember(session, model);
        }
        new RelationshipInstaller(session, model).install();
        KeyKeeper.install(session, model);
        ShownResults.install(session);
        Departures.install(session);
        BulkKeys.install(session);
        ReservedNames.quoteForDatabase(session);
        JdbcBatches.install(session);
        StatementLog.install(session);
        SlowStatements.install(session);
        LazyLoads.install(session);
        SchemaStart.run(session);
    }

    /** A second deployment for the schema alone, whose caller lists what was found; or whose unit says it itself. */
    private static boolean isScan(Session session) {
        return "true".equals(String.valueOf(session.getProperty("eclipselink.validation-only")));
    }

    private static void customizeByApplication(Session session) throws Exception {
        if (session.getProperty(DELEGATE) instanceof String className) {
            ClassLoader loader = session.getPlatform().getConversionManager().getLoader();
            SessionCustomizer delegate;
            try {
                delegate = (SessionCustomizer)
                        Class.forName(className, true, loader).getConstructor().newInstance();
            } catch (ReflectiveOperationException | ClassCastException e) {
                throw Problems.noCustomizer(className, e);
            }
            delegate.customize(session);
        }
    }
}
