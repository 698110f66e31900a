package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.yaml.snakeyaml.Yaml;

class YamlTest {

    @Property(tries = 500)
    void item_anyText_readsBack(@ForAll @Size(max = 4) List<String> texts) {
        List<String> readable = texts.stream()
                .map(text -> text.replaceAll("[^\\x09\\x0a\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufefe]", "?"))
                .toList();
        String written = org.easymodel.liquibase.Yaml.item(
                Map.of("list", readable, "row", Map.of("column", Map.of("name", String.join(",", readable)))), 2);
        assertThat((List<?>) new Yaml().load(written))
                .isEqualTo(List.of(
                        Map.of("list", readable, "row", Map.of("column", Map.of("name", String.join(",", readable))))));
    }
}
