package org.easymodel.diagram;

import java.nio.file.Path;
import java.util.List;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;

/** The messages of this package. */
final class Problems {

    private static final int MOST_NAMES = 40;

    private Problems() {}

    private static InvalidRequestException problem(String code, String place, String fact, String remedy) {
        return new InvalidRequestException(new Problem(code, place, fact, remedy));
    }

    static InvalidRequestException unknown(String name, List<String> known) {
        return problem(
                "EM-1501",
                "ModelDiagram",
                "the model has no entity and no table '" + name + "'.",
                known.isEmpty() ? "It is empty." : "It has " + listed(known) + ".");
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_NAMES
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_NAMES)) + " and " + (names.size() - MOST_NAMES) + " more";
    }

    static InvalidRequestException noName() {
        return problem(
                "EM-1502",
                "ModelDiagram.only",
                "no entity is named.",
                "Name one at least, or leave the call out for the whole model.");
    }

    static InvalidRequestException negativeDistance(int distance) {
        return problem(
                "EM-1503",
                "ModelDiagram.around",
                "the distance is " + distance + ".",
                "Give the number of relationships to follow: 0 for the entity alone, 1 for its neighbours.");
    }

    static InvalidRequestException unknownEnding(Path file) {
        return problem(
                "EM-1504",
                file.toString(),
                "the ending of the name does not tell the language.",
                "Use .mmd for Mermaid, .md for Mermaid in Markdown, .puml for PlantUML, or .dbml.");
    }
}
