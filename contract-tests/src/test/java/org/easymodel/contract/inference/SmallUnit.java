package org.easymodel.contract.inference;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.repository.SqlTap;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.eclipse.persistence.jpa.JpaHelper;

/** A persistence unit of a few classes on a database of its own, for one test. */
final class SmallUnit implements AutoCloseable {

    final EntityManagerFactory factory;
    final EasyRepositories easy;
    final SqlTap tap = new SqlTap();

    private SmallUnit(EntityManagerFactory factory) {
        this.factory = factory;
        this.easy = EasyRepositories.on(factory);
        JpaHelper.getServerSession(factory).getEventManager().addListener(tap);
    }

    static SmallUnit of(Path directory, Database database, Class<?>... classes) {
        return of(directory, database, UnitXml.of("small", List.of(classes)));
    }

    /** With a unit of the name "small". */
    static SmallUnit of(Path directory, Database database, UnitXml unit) {
        return of(directory, database, unit, "eclipselink.ddl-generation", "create-tables");
    }

    /** With tables made by our own migration. */
    static SmallUnit migrated(Path directory, Database database, Class<?>... classes) {
        return of(directory, database, UnitXml.of("small", List.of(classes)), "easymodel.migrate", "auto");
    }

    private static SmallUnit of(Path directory, Database database, UnitXml unit, String maker, String way) {
        String name = "small" + UUID.randomUUID();
        Map<String, String> properties = new HashMap<>(database.properties(name));
        properties.put(maker, way);
        properties.put("eclipselink.session-name", name);
        return new SmallUnit(UnitPath.of(directory, unit).call(() -> {
            EntityManagerFactory opened = Persistence.createEntityManagerFactory("small", properties);
            opened.createEntityManager().close();
            return opened;
        }));
    }

    ModelDescription model() {
        return Stage.unit(factory).model();
    }

    /** The inferred relationships, each as {@code Post.user: many_to_one User by userId}. */
    List<String> inferred() {
        return lines(model());
    }

    static List<String> lines(ModelDescription model) {
        return model.relationships().stream()
                .filter(RelationshipDescription::inferred)
                .map(each -> each + ": " + each.cardinality().name().toLowerCase(java.util.Locale.ROOT) + " "
                        + each.target()
                        + (each.key().isEmpty() ? "" : " by " + each.key())
                        + each.link().map(link -> " over " + link.entity()).orElse(""))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        easy.close();
        factory.close();
    }
}
