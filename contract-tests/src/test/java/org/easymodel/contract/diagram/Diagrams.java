package org.easymodel.contract.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import net.atmp.CucaDiagram;
import net.sourceforge.plantuml.SourceStringReader;
import net.sourceforge.plantuml.abel.LeafType;
import net.sourceforge.plantuml.classdiagram.ClassDiagram;
import net.sourceforge.plantuml.core.Diagram;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.schema.Json;

/**
 * Checks diagrams with the parsers of their languages: PlantUML here; Mermaid and DBML by leaving the texts in {@code
 * target/diagrams}, which the profile "mermaid" reads with the parsers of these languages themselves.
 */
final class Diagrams {

    private static final Path DIRECTORY = Path.of("target/diagrams");

    private Diagrams() {}

    /** Checks a diagram that shows so many tables with so many columns. */
    static void check(String name, ModelDiagram diagram, int tables, int columns) {
        check(name, diagram, new TreeMap<>(Map.of("tables", tables, "columns", columns)));
    }

    /** Checks a diagram that shows tables of these names; the second names are those without a schema. */
    static void check(
            String name,
            ModelDiagram diagram,
            int columns,
            Collection<String> names,
            Collection<String> namesWithoutSchema) {
        check(
                name,
                diagram,
                new TreeMap<>(Map.of(
                        "tables", names.size(),
                        "columns", columns,
                        "names", names.stream().sorted().toList(),
                        "tableNames", namesWithoutSchema.stream().sorted().toList())));
    }

    private static void check(String name, ModelDiagram diagram, Map<String, Object> facts) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(name + ".json"), Json.compact(facts));
            diagram.writeTo(DIRECTORY.resolve(name + ".mmd"));
            diagram.writeTo(DIRECTORY.resolve(name + ".dbml"));
            diagram.writeTo(DIRECTORY.resolve(name + ".puml"));
            checkPlantUml(diagram.plantUml(), (Integer) facts.get("tables"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkPlantUml(String text, int tables) {
        Diagram read = new SourceStringReader(text).getBlocks().get(0).getDiagram();
        assertThat(read).as(text).isInstanceOf(ClassDiagram.class);
        CucaDiagram diagram = (CucaDiagram) read;
        assertThat(diagram.leafs().stream()
                        .filter(leaf -> leaf.getLeafType() == LeafType.ENTITY)
                        .count())
                .as(text)
                .isEqualTo(tables);
        assertThat(diagram.leafs().stream()
                        .filter(leaf -> leaf.getLeafType() != LeafType.ENTITY)
                        .count())
                .as(text)
                .isEqualTo(lines(text, "note bottom of "));
        assertThat(diagram.leafs().stream()
                        .filter(leaf -> leaf.getLeafType() == LeafType.ENTITY)
                        .mapToInt(leaf -> leaf.getBodier().getRawBody().size())
                        .sum())
                .as(text)
                .isEqualTo((int) text.lines()
                        .filter(line -> line.matches(" {4}(\\{field\\} .*|--|\\.\\.)"))
                        .count());
        assertThat(diagram.getLinks().stream().filter(link -> !link.isInvis()))
                .as(text)
                .hasSize((int) text.lines()
                                .filter(line -> line.matches("t_\\S+ [|}][|o]--[|o][|{] t_\\S+ : .*"))
                                .count()
                        + lines(text, "note bottom of "));
    }

    private static int lines(String text, String start) {
        return (int) text.lines().filter(line -> line.startsWith(start)).count();
    }
}
