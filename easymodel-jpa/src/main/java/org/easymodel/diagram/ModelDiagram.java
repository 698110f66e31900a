package org.easymodel.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;

/**
 * An entity relationship diagram of a model, whole or in part, in the language of Mermaid, PlantUML or DBML. The same
 * schema always gives the same text.
 *
 * <pre>{@code
 * ModelDiagram.of(schema).withTitle("Shop").writeTo(Path.of("target/shop.mmd"));
 * ModelDiagram.of(schema).only("Order", "OrderItem").plantUml();
 * ModelDiagram.of(schema).around("Product").markdown();
 * }</pre>
 *
 * <p>A part shows the tables of the entities chosen, and of their relationships those that stay among these tables.
 * Choices add up: {@code only("User").around("Order")} shows the user, the order, and what is next to the order.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class ModelDiagram {

    private final Model model;
    private final Optional<Set<TableName>> chosen;
    private final String title;

    private ModelDiagram(Model model, Optional<Set<TableName>> chosen, String title) {
        this.model = model;
        this.chosen = chosen;
        this.title = Words.line(title);
    }

    /**
     * The diagram of a whole schema, with the title "Model".
     *
     * @param schema the schema, with its notes: they say which relationships and entities there are
     */
    public static ModelDiagram of(SchemaModel schema) {
        return new ModelDiagram(Model.of(schema), Optional.empty(), "Model");
    }

    /**
     * This diagram under another title.
     *
     * @param newTitle the title; line breaks in it become spaces
     */
    public ModelDiagram withTitle(String newTitle) {
        return new ModelDiagram(model, chosen, newTitle);
    }

    /**
     * A diagram of these entities only, and of those chosen before.
     *
     * @param names names of entities, such as {@code Book}, or of tables; at least one
     * @throws InvalidRequestException if there is no name, or the model has no entity or table of a name
     */
    public ModelDiagram only(String... names) {
        return only(List.of(names));
    }

    /**
     * A diagram of these entities only, and of those chosen before.
     *
     * @param names names of entities, such as {@code Book}, or of tables; at least one
     * @throws InvalidRequestException if there is no name, or the model has no entity or table of a name
     */
    public ModelDiagram only(Collection<String> names) {
        if (names.isEmpty()) {
            throw Problems.noName();
        }
        Set<TableName> tables = new HashSet<>();
        names.forEach(name -> tables.addAll(model.tables(name)));
        return with(tables);
    }

    /**
     * A diagram of an entity and its neighbours, and of what was chosen before.
     *
     * @param name the name of an entity, such as {@code Book}, or of a table
     * @throws InvalidRequestException if the model has no entity or table of that name
     */
    public ModelDiagram around(String name) {
        return around(name, 1);
    }

    /**
     * A diagram of an entity and all that some number of relationships leads to from there, and of what was chosen before.
     *
     * @param name the name of an entity, such as {@code Book}, or of a table
     * @param distance how many relationships or foreign keys to follow, in either direction; 0 for the entity alone
     * @throws InvalidRequestException if the model has no entity or table of that name, or the distance is negative
     */
    public ModelDiagram around(String name, int distance) {
        if (distance < 0) {
            throw Problems.negativeDistance(distance);
        }
        return with(model.around(model.tables(name), distance));
    }

    private ModelDiagram with(Set<TableName> tables) {
        Set<TableName> all = new HashSet<>(tables);
        chosen.ifPresent(all::addAll);
        return new ModelDiagram(model, Optional.of(Set.copyOf(all)), title);
    }

    /** The Mermaid text, with title and layout in its front matter. */
    public String mermaid() {
        return MermaidWriter.write(picture());
    }

    /** The Mermaid text as a fenced block for Markdown. */
    public String markdown() {
        return "```mermaid\n" + mermaid() + "```\n";
    }

    /** A link that opens the diagram in the Mermaid live editor; the whole diagram is in the link. */
    public String mermaidLink() {
        return MermaidLink.of(mermaid());
    }

    /** The PlantUML text. */
    public String plantUml() {
        return PlantUmlWriter.write(picture());
    }

    /** The DBML text: tables with their indexes, enumerations, references. */
    public String dbml() {
        return DbmlWriter.write(picture());
    }

    /**
     * Writes the diagram to a file, in the language that the ending of its name tells: {@code .mmd} or {@code .mermaid} for
     * Mermaid, {@code .md} or {@code .markdown} for Mermaid in a fenced block, {@code .puml} or {@code .plantuml} for PlantUML,
     * {@code .dbml}. Missing directories are made; a file that is there is replaced.
     *
     * @return the file
     * @throws InvalidRequestException if the ending is another
     * @throws UncheckedIOException if the file cannot be written
     */
    public Path writeTo(Path file) {
        Language language = Language.of(file).orElseThrow(() -> Problems.unknownEnding(file));
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.writeString(file, language.write(this));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Picture picture() {
        return Picture.of(model, chosen.orElseGet(model::tables), title);
    }
}
