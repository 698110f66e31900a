package org.easymodel.liquibase;

import java.util.Map;

/** A changelog in YAML; an empty line stands between its change sets. */
final class YamlChangelog {

    private YamlChangelog() {}

    static String write(ChangelogTree tree) {
        StringBuilder out = new StringBuilder();
        tree.header().forEach(line -> out.append(("# " + line).stripTrailing()).append('\n'));
        out.append("\ndatabaseChangeLog:\n").append(Yaml.item(Map.of("logicalFilePath", tree.path()), 2));
        if (!tree.preConditions().isEmpty()) {
            out.append('\n').append(Yaml.item(Map.of("preConditions", tree.preConditions()), 2));
        }
        for (Map<String, Object> changeSet : tree.changeSets()) {
            out.append('\n').append(Yaml.item(Map.of("changeSet", changeSet), 2));
        }
        return out.toString();
    }
}
