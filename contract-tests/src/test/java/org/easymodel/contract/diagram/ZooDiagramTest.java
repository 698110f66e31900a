package org.easymodel.contract.diagram;

import static org.easymodel.contract.units.Golden.assertGolden;

import java.nio.file.Path;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.schema.SchemaModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Diagrams of inheritance, composite keys and further tables, as the scanner describes them. */
class ZooDiagramTest {

    @TempDir
    private Path directory;

    private SchemaModel zoo;

    @BeforeEach
    void scan() {
        zoo = UnitPath.of(directory, UnitXml.of("zoo", Zoo.ENTITIES)).call(() -> SchemaScan.schema("zoo", Map.of()));
    }

    @Test
    void diagrams_ofZoo_areTheGoldenTexts() {
        ModelDiagram diagram = ModelDiagram.of(zoo).withTitle("Zoo");

        assertGolden("zoo.mmd", diagram.mermaid());
        assertGolden("zoo.puml", diagram.plantUml());
        assertGolden("zoo.dbml", diagram.dbml());
    }

    @Test
    void diagrams_areParsed() {
        ModelDiagram diagram = ModelDiagram.of(zoo);

        Diagrams.check("zoo", diagram, 12, 31);
        Diagrams.check("zoo-dog", diagram.only("Dog"), 2, 9);
        Diagrams.check("zoo-around-keeper", diagram.around("Keeper"), 8, 21);
    }
}
