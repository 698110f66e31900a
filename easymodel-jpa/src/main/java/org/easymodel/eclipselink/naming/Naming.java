package org.easymodel.eclipselink.naming;

import java.util.Comparator;
import java.util.List;
import org.easymodel.eclipselink.SessionSettings;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.jpa.EntityManagerFactoryProvider;
import org.eclipse.persistence.internal.jpa.EntityManagerSetupImpl;
import org.eclipse.persistence.sessions.Session;

/**
 * Gives tables and columns that a mapping does not name the names of the unit's naming strategy: the setting {@code
 * easymodel.naming}, one of {@code jpa} (which changes nothing, and is the default), {@code snake}, {@code snake-plural} and
 * {@code package-prefix}. A name that a person wrote, by annotation or in a mapping file, is never changed.
 */
public final class Naming {

    private Naming() {}

    /**
     * Renames in the descriptors of a session, which are not initialized yet. Doing it twice changes nothing.
     *
     * @param session the session, as a customizer gets it
     * @throws org.easymodel.failure.ConfigurationException if the setting names no strategy, or the strategy gives two entities
     *     one table
     */
    public static void apply(Session session) {
        EntityManagerSetupImpl setup = EntityManagerFactoryProvider.getEntityManagerSetupImpl(session.getName());
        String unit = SessionSettings.unitName(session);
        String setting = SessionSettings.of(session).text("naming").orElse("jpa");
        NamingStrategy strategy = NamingStrategy.of(unit, setting);
        if (strategy != NamingStrategy.JPA) {
            List<String> files =
                    setup == null ? List.of() : setup.getPersistenceUnitInfo().getMappingFileNames();
            ClassLoader loader = session.getPlatform().getConversionManager().getLoader();
            apply(session, strategy, new WrittenNames(MappingFiles.read(loader, files)));
        }
    }

    private static void apply(Session session, NamingStrategy strategy, WrittenNames written) {
        List<ClassDescriptor> entities = session.getDescriptors().values().stream()
                .distinct()
                .filter(each -> !each.isAggregateDescriptor() && !each.isAggregateCollectionDescriptor())
                .filter(each -> !each.isDescriptorForInterface() && each.getAlias() != null)
                .sorted(Comparator.comparing(ClassDescriptor::getAlias))
                .toList();
        MadeUpNames names = new MadeUpNames(session, strategy, written);
        Renames renames = names.find(entities);
        NamesInUse places = NamesInUse.of(session);
        places.embedded().forEach(embedded -> EmbeddedNames.translate(names, embedded));
        renames.apply(places);
    }
}
