package org.easymodel.contract.scan.models;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.ModelDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.RelationshipNote;
import org.easymodel.schema.SchemaModel;
import org.easymodel.spi.PersistenceSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is inferred when a unit is scanned at build time is what is inferred when it is deployed. */
class SameRulesTest {

    static Stream<ScanModel> models() {
        return ScanModels.all().stream().filter(model -> model.databases().contains(Database.H2));
    }

    @ParameterizedTest
    @MethodSource("models")
    void relationships_atBuildTime_areThoseOfTheRunTime(ScanModel model) throws Exception {
        SchemaModel scanned = SchemaModel.parse(ScannedModel.of(model).text());
        try (ModelDatabase database = ModelDatabase.fresh(Database.H2, model);
                EntityManagerFactory factory = ModelUnit.of(model).openCreating(database)) {
            ModelDescription deployed = ServiceLoader.load(PersistenceSupport.class)
                    .findFirst()
                    .orElseThrow()
                    .unit(factory)
                    .model();

            assertThat(Stream.concat(
                                    deployed.relationships().stream(),
                                    deployed.polymorphic().stream().flatMap(pair -> pair.targets().stream()
                                            .map(pair::toward)))
                            .map(each -> line(deployed, each))
                            .sorted())
                    .containsExactlyElementsOf(scanned.notes().relationships().stream()
                            .map(SameRulesTest::line)
                            .sorted()
                            .toList());
        }
    }

    private static String line(RelationshipNote note) {
        return String.join(
                " ",
                List.of(
                        note.table().toString(),
                        note.attribute(),
                        note.cardinality().toString(),
                        note.target().toString(),
                        note.inverse().toString(),
                        String.valueOf(note.owner()),
                        String.valueOf(note.inferred()),
                        note.because()));
    }

    private static String line(ModelDescription model, RelationshipDescription relationship) {
        EntityDescription entity = model.entity(relationship.entity()).orElseThrow();
        EntityDescription target = model.entity(relationship.target()).orElseThrow();
        return String.join(
                " ",
                List.of(
                        entity.table().toString(),
                        relationship.attribute(),
                        relationship.cardinality().toString(),
                        target.table().toString(),
                        relationship.inverse().toString(),
                        String.valueOf(relationship.owner()),
                        String.valueOf(relationship.inferred()),
                        relationship.because()));
    }
}
