package org.easymodel.contract.inference;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The source of a unit's entity classes, made up from a seed: keys that refer by annotation, by name or not at all, names that
 * clash, declared mappings over the same columns, superclasses and embeddables.
 */
final class RandomSource {

    private static final List<String> NAMES =
            List.of("User", "Post", "Tag", "Order", "OrderItem", "Category", "Prices", "Data");
    private static final List<String> IDS = List.of("Long", "Integer", "String", "java.util.UUID");
    private static final List<String> STEMS = List.of("owner", "parent", "author", "user", "post");
    private static final List<String> GIVEN = List.of("owner", "user", "posts", "children", "items", "tags");

    final Map<String, String> classes = new LinkedHashMap<>();
    final Set<String> declared = new TreeSet<>();
    private final Random random;
    private final Map<String, String> idTypes = new LinkedHashMap<>();
    private final List<String> composite = new ArrayList<>();

    RandomSource(long seed) {
        random = new Random(seed);
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        for (String name : names.subList(0, 2 + random.nextInt(4))) {
            idTypes.put(name, random.nextBoolean() ? "Long" : any(IDS));
            if (random.nextInt(5) == 0) {
                composite.add(name);
            }
        }
        String base = "import jakarta.persistence.*; import org.easymodel.model.*; import java.util.*;\n";
        idTypes.keySet().forEach(name -> classes.put(name, base + entity(name)));
        composite.forEach(name -> classes.put(name + "Key", base + key(name)));
        List<String> single = idTypes.keySet().stream()
                .filter(name -> !composite.contains(name))
                .toList();
        if (single.size() > 1) {
            pairing(base, single.get(0), single.get(1));
        }
        heir(base, single.isEmpty() ? composite.get(0) : single.get(0));
        classes.put("Place", base + "@Embeddable public class Place { String city; " + embeddedKey() + " }\n");
    }

    /** An entity whose primary key are the keys of two others, and sometimes a number too. */
    private void pairing(String base, String one, String other) {
        String number = chance(3) ? "Integer number; " : "";
        String fields = idTypes.get(one) + " " + lower(one) + "Id; " + idTypes.get(other) + " " + lower(other) + "Id; ";
        boolean embedded = random.nextBoolean();
        classes.put(
                "PairingKey",
                base + (embedded ? "@Embeddable " : "") + "public class PairingKey implements java.io.Serializable { "
                        + fields + number
                        + "public boolean equals(Object o) { return o instanceof PairingKey k && k.hashCode() == hashCode(); }"
                        + " public int hashCode() { return Objects.hash(" + lower(one) + "Id, " + lower(other)
                        + "Id); } }\n");
        String parts = ("@Id " + (fields + number).strip().replace("; ", "; @Id ") + " ").replace("@Id  ", "");
        classes.put(
                "Pairing",
                base + "@Entity(name = \"Pairing\") @Table(name = \"T_PAIRING\") "
                        + (embedded ? "" : "@IdClass(PairingKey.class) ") + "public class Pairing { "
                        + (embedded ? "@EmbeddedId PairingKey key; " : parts) + (chance(2) ? "String note; " : "")
                        + "@Transient " + one + " " + lower(one) + "; }\n");
    }

    /** An entity that extends another one, with keys of its own: in a table for each class, or in two. */
    private void heir(String base, String parent) {
        String source = classes.get(parent);
        boolean pairs = classes.values().stream().anyMatch(each -> each.contains("@Polymorphic"));
        String strategy = any(List.of("JOINED", "SINGLE_TABLE", pairs ? "JOINED" : "TABLE_PER_CLASS"));
        classes.put(
                parent,
                source.replace("@Entity(", "@Inheritance(strategy = InheritanceType." + strategy + ") @Entity("));
        List<String> single = idTypes.keySet().stream()
                .filter(name -> !composite.contains(name))
                .toList();
        StringBuilder body = new StringBuilder();
        for (String target : single) {
            String named = lower(target) + "Id";
            if (chance(2)) {
                body.append("@References(" + target + ".class) " + idTypes.get(target) + " heir" + target + "Id;\n");
            }
            if (chance(2) && !source.contains(named)) {
                body.append("@Column(name = \"H_" + named + "\") " + idTypes.get(target) + " " + named + ";\n");
            }
        }
        classes.put(
                "Heir",
                base + (chance(4) ? "@Link " : "") + "@Entity(name = \"Heir\") public class Heir extends " + parent
                        + " {\n" + body + "}\n");
    }

    private boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private String embeddedKey() {
        String target = any(List.copyOf(idTypes.keySet()));
        return composite.contains(target) ? "" : idTypes.get(target) + " " + lower(target) + "Id;";
    }

    private static String lower(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private String key(String name) {
        return "public class " + name
                + "Key implements java.io.Serializable { public Long realm; public Integer number;"
                + " public boolean equals(Object o) { return o instanceof " + name + "Key k && k.realm.equals(realm)"
                + " && k.number.equals(number); } public int hashCode() { return 31 * realm.hashCode() + number; } }\n";
    }

    private String entity(String name) {
        StringBuilder body = new StringBuilder();
        Set<String> used = new TreeSet<>(Set.of("id", "realm", "number"));
        boolean isComposite = composite.contains(name);
        body.append(isComposite ? "@Id Long realm; @Id Integer number;\n" : "@Id " + idTypes.get(name) + " id;\n");
        int keys = random.nextInt(4);
        for (int i = 0; i < keys; i++) {
            key(name, body, used);
        }
        if (chance(3)) {
            String field = any(GIVEN);
            if (used.add(field)) {
                body.append(any(List.of(
                                "String ", "@Transient String ", "@Transient List<String> ", "@Transient Object ")))
                        .append(field)
                        .append(";\n");
            }
        }
        if (chance(3) && used.add("place")) {
            body.append("@Embedded Place place = new Place();\n");
        }
        if (chance(3)) {
            body.append("@Transient public int get")
                    .append(any(List.of("Owner", "Posts", "Users")))
                    .append("() { return 1; }\n");
        }
        return "@Entity(name = \"" + name + "\") @Table(name = \"T_" + name + "\")"
                + (isComposite ? " @IdClass(" + name + "Key.class)" : "")
                + (chance(6) ? " @NoInference" : "")
                + " public class " + name + " {\n" + body + "}\n";
    }

    private void key(String name, StringBuilder body, Set<String> used) {
        String target = any(List.copyOf(idTypes.keySet()));
        if (composite.contains(target)) {
            compositeKey(target, body, used);
            return;
        }
        String type = idTypes.get(target);
        String stem = chance(2) ? lower(target) : any(STEMS);
        String attribute = stem + "Id";
        if (!used.add(attribute)) {
            return;
        }
        String column = "C_" + attribute;
        switch (random.nextInt(8)) {
            case 0 -> body.append("@Column(name = \"" + column + "\") " + type + " " + attribute + ";\n");
            case 1 ->
                body.append("@References(" + target + ".class) @Column(name = \"" + column + "\", unique = true) "
                        + type + " " + attribute + ";\n");
            case 2 ->
                body.append("@References(value = " + target + ".class, attribute = \"" + any(GIVEN)
                        + "\", inverse = \"" + any(GIVEN) + "\") @Column(name = \"" + column + "\") " + type + " "
                        + attribute
                        + ";\n");
            case 3 -> {
                body.append("@Column(name = \"" + column + "\") " + type + " " + attribute + ";\n");
                if (used.add("declared" + attribute)) {
                    body.append("@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"" + column
                            + "\", insertable = false, updatable = false) " + target + " declared" + attribute + ";\n");
                    declared.add(name + ".declared" + attribute);
                }
            }
            case 4 -> {
                if (used.add(stem)) {
                    body.append("@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"D_" + attribute + "\") "
                            + target + " " + stem + ";\n");
                    declared.add(name + "." + stem);
                }
                body.append("@Column(name = \"" + column + "\") " + type + " " + attribute + ";\n");
            }
            case 5, 6 -> {
                body.append(
                        "@Polymorphic(types = {" + target + ".class, " + any(List.copyOf(idTypes.keySet())) + ".class}"
                                + (chance(3) ? ", inverse = \"" + any(GIVEN) + "\"" : "")
                                + ") @Column(name = \"" + column + "\") " + type + " " + attribute + ";\n");
                if (used.add(stem + "Type")) {
                    body.append("String " + stem + "Type;\n");
                }
            }
            default ->
                body.append("@References(" + target + ".class) @Column(name = \"" + column + "\") " + type + " "
                        + attribute + ";\n");
        }
    }

    private void compositeKey(String target, StringBuilder body, Set<String> used) {
        String stem = chance(2) ? lower(target) : any(STEMS);
        if (used.add(stem + "Realm") && used.add(stem + "Number")) {
            String annotation = chance(2) ? "@References(" + target + ".class) " : "";
            body.append(annotation + "Long " + stem + "Realm;\n" + annotation + "Integer " + stem + "Number;\n");
        }
    }

    List<String> names() {
        return List.copyOf(classes.keySet());
    }

    /** Compiles the classes into a directory. */
    void compileTo(Path directory) throws IOException {
        Path sources = directory.resolve("source");
        Files.createDirectories(sources);
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", directory.toString(), "-cp", System.getProperty("java.class.path")));
        for (Map.Entry<String, String> each : classes.entrySet()) {
            Path file = sources.resolve(each.getKey() + ".java");
            Files.writeString(file, each.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result = compiler.run(null, messages, messages, arguments.toArray(String[]::new));
        if (result != 0) {
            throw new IllegalStateException(messages + "\n" + classes);
        }
    }
}
