package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.failure.Problem;
import org.easymodel.query.Conditions;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;

/**
 * Units of compiled classes that nobody thought of: the order of the classes changes nothing, declared mappings stay, the unit
 * deploys, the build infers the same, and every inferred relationship can be queried.
 */
class RandomModelsTest {

    @Property(tries = 15, shrinking = ShrinkingMode.OFF)
    void unit_deploys_andEveryRelationshipIsQueried(@ForAll long seed) throws Exception {
        RandomSource source = new RandomSource(seed);
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/models")), "random");
        source.compileTo(directory);
        List<String> shuffled = new ArrayList<>(source.names());
        Collections.shuffle(shuffled, new Random(seed));

        List<String> first = deployed(directory, source, source.names());
        List<String> second = deployed(directory, source, shuffled);

        assertThat(second).as(() -> source.classes.toString()).isEqualTo(first);
    }

    private static List<String> deployed(Path directory, RandomSource source, List<String> classes) {
        String name = "random" + UUID.randomUUID();
        Map<String, String> properties = new HashMap<>(Database.H2.properties(name));
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.session-name", name);
        properties.put("eclipselink.weaving", "false");
        return UnitPath.of(directory, UnitXml.ofNames("random", classes)).call(() -> {
            try (EntityManagerFactory factory = Persistence.createEntityManagerFactory("random", properties);
                    EntityManager em = factory.createEntityManager()) {
                ModelDescription model = Stage.unit(factory).model();
                assertThat(model.relationships().stream()
                                .filter(each -> !each.inferred())
                                .map(RelationshipDescription::toString)
                                .filter(each -> !each.startsWith("Heir."))
                                .collect(Collectors.toSet()))
                        .isEqualTo(source.declared);
                BuildTime.assertSame("random", model);
                model.relationships().stream()
                        .filter(each -> !each.polymorphic())
                        .forEach(each -> query(em, each));
                try (EasyRepositories easy = EasyRepositories.on(factory)) {
                    model.polymorphic().forEach(pair -> ask(easy, model, pair.entity(), pair.attribute()));
                    model.relationships().stream()
                            .filter(RelationshipDescription::polymorphic)
                            .forEach(each -> ask(easy, model, each.entity(), each.attribute()));
                }
                List<String> lines = new ArrayList<>(SmallUnit.lines(model));
                model.polymorphic().forEach(pair -> lines.add(pair + " to " + pair.targets()));
                model.problems().stream().map(Problem::toString).forEach(lines::add);
                model.warnings().stream().map(Problem::toString).forEach(lines::add);
                return lines;
            } catch (RuntimeException e) {
                throw new AssertionError(source.classes.toString(), e);
            }
        });
    }

    /** Over a pair, only repositories can ask. */
    private static void ask(EasyRepositories easy, ModelDescription model, String entity, String attribute) {
        assertThat(easy.blocking(model.entity(entity).orElseThrow().type())
                        .select(Conditions.attribute(attribute).notNull())
                        .include(attribute)
                        .list())
                .isEmpty();
    }

    private static void query(EntityManager em, RelationshipDescription relationship) {
        String path = "e." + relationship.attribute();
        String from = "select e from " + relationship.entity() + " e ";
        assertThat(em.createQuery("select r from " + relationship.entity() + " e left join " + path + " r")
                        .getResultList())
                .isEmpty();
        assertThat(em.createQuery(from + "where " + path + (relationship.toMany() ? " is not empty" : " is not null"))
                        .getResultList())
                .isEmpty();
    }
}
