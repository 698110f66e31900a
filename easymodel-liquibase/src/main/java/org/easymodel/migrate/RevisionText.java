package org.easymodel.migrate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.easymodel.schema.Json;
import org.easymodel.schema.JsonNode;

/** The facts of a revision as text, and back. */
final class RevisionText {

    private static final String FORMAT = "em-revision/1";

    private RevisionText() {}

    static String write(Revision revision) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("id", revision.id());
        root.put("parents", revision.parents());
        root.put("message", revision.message());
        root.put("model", Map.of("before", revision.before(), "after", revision.after()));
        root.put("ops", revision.steps().stream().map(RevisionText::step).toList());
        root.put("accept", revision.accepted());
        root.put("changelog", revision.changelogHash());
        return Json.pretty(root);
    }

    static Revision read(String folder, SortedMap<String, String> files) {
        String place = folder + "/" + Revision.FACTS;
        try {
            JsonNode root = JsonNode.root(files.getOrDefault(Revision.FACTS, ""));
            if (!root.text("format").equals(FORMAT)) {
                throw new IllegalArgumentException("Expected the format " + FORMAT + ", was " + root.text("format"));
            }
            return new Revision(
                    root.text("id"),
                    root.list("parents", JsonNode::text),
                    root.text("message"),
                    root.child("model").text("before"),
                    root.child("model").text("after"),
                    root.list("ops", RevisionText::step),
                    root.list("accept", JsonNode::text),
                    root.text("changelog"),
                    folder,
                    files);
        } catch (IllegalArgumentException e) {
            throw Problems.unreadable(place, e.getMessage(), e);
        }
    }

    private static Map<String, Object> step(RevisionStep step) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("op", step.operation());
        value.put("target", step.target());
        value.put("danger", step.danger());
        putUnlessEmpty(value, "from", step.from());
        putUnlessEmpty(value, "to", step.to());
        putUnlessEmpty(value, "rule", step.rules());
        putUnlessEmpty(value, "flags", step.flags());
        return value;
    }

    private static void putUnlessEmpty(Map<String, Object> target, String key, Object value) {
        if (!value.equals("") && !value.equals(List.of())) {
            target.put(key, value);
        }
    }

    private static RevisionStep step(JsonNode node) {
        return new RevisionStep(
                node.text("op"),
                node.text("target"),
                node.optionalText("from").orElse(""),
                node.optionalText("to").orElse(""),
                node.text("danger"),
                node.list("rule", JsonNode::text),
                node.list("flags", JsonNode::text));
    }
}
