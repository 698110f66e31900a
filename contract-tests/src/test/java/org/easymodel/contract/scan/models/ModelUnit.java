package org.easymodel.contract.scan.models;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;

/** The persistence unit of a model, written into a directory of its own. */
final class ModelUnit {

    private final ScanModel model;
    private final UnitPath path;

    private ModelUnit(ScanModel model, UnitPath path) {
        this.model = model;
        this.path = path;
    }

    static ModelUnit of(ScanModel model) {
        return of(model, model.classes());
    }

    /** The unit with its classes listed in another order. */
    static ModelUnit shuffled(ScanModel model, Random random) {
        List<Class<?>> classes = new ArrayList<>(model.classes());
        Collections.shuffle(classes, random);
        return of(model, classes);
    }

    private static ModelUnit of(ScanModel model, List<Class<?>> classes) {
        try {
            Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target/models")), model.name());
            write(model, root);
            return new ModelUnit(model, UnitPath.of(root, xml(model, classes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the mapping files of a model. */
    static void write(ScanModel model, Path root) throws IOException {
        for (Map.Entry<String, String> file : model.mappingFiles().entrySet()) {
            Path target = root.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
    }

    static UnitXml xml(ScanModel model, List<Class<?>> classes) {
        UnitXml unit = UnitXml.of(model.name(), classes)
                .with("eclipselink.cache.shared.default", "false")
                .with("eclipselink.weaving", "false");
        model.mappingFiles().keySet().stream().sorted().forEach(unit::mappingFile);
        model.properties().forEach(unit::with);
        return unit;
    }

    /** The canonical text of the model. */
    String scan() {
        return path.call(() -> SchemaScan.scan(model.name(), Map.of()));
    }

    /** The unit deployed on a database whose tables are there already. */
    EntityManagerFactory open(ModelDatabase database) {
        return open(database, "none");
    }

    /** The unit deployed on a database in which EclipseLink makes its own tables. */
    EntityManagerFactory openCreating(ModelDatabase database) {
        return open(database, "create");
    }

    private EntityManagerFactory open(ModelDatabase database, String action) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("jakarta.persistence.schema-generation.database.action", action);
        return path.call(() -> {
            EntityManagerFactory factory = Persistence.createEntityManagerFactory(model.name(), properties);
            factory.getMetamodel();
            return factory;
        });
    }
}
