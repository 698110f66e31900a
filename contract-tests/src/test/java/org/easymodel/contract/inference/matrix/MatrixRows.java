package org.easymodel.contract.inference.matrix;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.easymodel.EasyRepositories;
import org.easymodel.spi.PersistentUnit;

/** Inserts a hundred holders and a hundred targets for a row. */
final class MatrixRows {

    static final int COUNT = 100;

    private final EasyRepositories easy;
    private final PersistentUnit unit;

    MatrixRows(EasyRepositories easy, PersistentUnit unit) {
        this.easy = easy;
        this.unit = unit;
    }

    /** With names that begin with the text of the row, so that rows over the same entities do not meet. */
    void insert(Row row) {
        List<Object> targets = insert(row.target(), row, "t", i -> Map.of());
        List<Object> holders = insert(
                row.holder(), row, "h", i -> row.isLink() ? Map.of() : key(row.key(), targets.get(row.targetOf(i))));
        if (row.isLink()) {
            List<Map<String, Object>> links = new ArrayList<>();
            for (int i = 0; i < COUNT; i++) {
                Map<String, Object> link = new HashMap<>(key(row.key(), holders.get(i)));
                link.putAll(key(row.linkKey(), targets.get(row.targetOf(i))));
                links.add(link);
            }
            easy.blocking(type(row.link())).insertMaps(links);
        }
    }

    private List<Object> insert(
            String entity, Row row, String prefix, java.util.function.IntFunction<Map<String, Object>> key) {
        List<Map<String, Object>> maps = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            Map<String, Object> map = new HashMap<>(id(entity, i));
            map.put("name", prefix + " " + row.name() + " " + i);
            map.put("place", i);
            map.putAll(key.apply(i));
            maps.add(map);
        }
        return new ArrayList<>(easy.blocking(type(entity)).insertMaps(maps));
    }

    private static Map<String, Object> id(String entity, int number) {
        return switch (entity) {
            case "Region" -> Map.of("id", "r" + number);
            case "Device" -> Map.of("id", UUID.nameUUIDFromBytes(("d" + number).getBytes(StandardCharsets.UTF_8)));
            case "PurchaseLine" -> Map.of("purchaseNo", (long) number / 3, "lineNo", number % 3);
            default -> Map.of();
        };
    }

    private Map<String, Object> key(Map<String, String> parts, Object target) {
        Map<String, Object> result = new HashMap<>();
        parts.forEach((attribute, id) -> {
            Object value = unit.get(target, id);
            int dot = attribute.indexOf('.');
            if (dot < 0) {
                result.put(attribute, value);
            } else {
                result.put(attribute.substring(0, dot), Map.of(attribute.substring(dot + 1), value));
            }
        });
        return result;
    }

    private Class<?> type(String entity) {
        return unit.model().entity(entity).orElseThrow().type();
    }
}
