package org.easymodel.diagram;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a diagram can be written in, and the endings of its files. */
enum Language {
    MERMAID("mmd", "mermaid") {
        @Override
        String write(ModelDiagram diagram) {
            return diagram.mermaid();
        }
    },
    MARKDOWN("md", "markdown") {
        @Override
        String write(ModelDiagram diagram) {
            return diagram.markdown();
        }
    },
    PLANT_UML("puml", "plantuml") {
        @Override
        String write(ModelDiagram diagram) {
            return diagram.plantUml();
        }
    },
    DBML("dbml") {
        @Override
        String write(ModelDiagram diagram) {
            return diagram.dbml();
        }
    };

    private final List<String> endings;

    Language(String... endings) {
        this.endings = List.of(endings);
    }

    abstract String write(ModelDiagram diagram);

    /** The language of a file, by the ending of its name in upper or lower case. */
    static Optional<Language> of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return name.contains(".")
                ? Stream.of(values())
                        .filter(language -> language.endings.contains(ending))
                        .findFirst()
                : Optional.empty();
    }
}
