package org.easymodel.diagram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.easymodel.schema.SchemaModel;

/**
 * An entity relationship diagram of a schema, in the language of Mermaid. The same schema always gives the same text.
 *
 * <pre>{@code
 * ModelDiagram.of(schema).withTitle("Shop").writeTo(Path.of("target/shop.mmd"));
 * }</pre>
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class ModelDiagram {

    private final SchemaModel schema;
    private final String title;

    private ModelDiagram(SchemaModel schema, String title) {
        this.schema = Objects.requireNonNull(schema, "schema");
        this.title = Objects.requireNonNull(title, "title");
    }

    /** The diagram of a whole schema, with the title "Model". */
    public static ModelDiagram of(SchemaModel schema) {
        return new ModelDiagram(schema, "Model");
    }

    /** This diagram under another title; line breaks in it become spaces. */
    public ModelDiagram withTitle(String newTitle) {
        return new ModelDiagram(schema, newTitle.replaceAll("\\s+", " ").strip());
    }

    /** The Mermaid text, with title and layout in its front matter. */
    public String mermaid() {
        return new MermaidWriter(schema, title).write();
    }

    /** The Mermaid text as a fenced block for Markdown. */
    public String markdown() {
        return "```mermaid\n" + mermaid() + "```\n";
    }

    /** A link that opens the diagram in the Mermaid live editor; the whole diagram is in the link. */
    public String mermaidLink() {
        return MermaidLink.of(mermaid());
    }

    /**
     * Writes the diagram to a file: fenced if its name ends in {@code .md}, raw otherwise. Missing directories are made.
     *
     * @return the file
     * @throws UncheckedIOException if the file cannot be written
     */
    public Path writeTo(Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return Files.writeString(file, file.toString().endsWith(".md") ? markdown() : mermaid());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
