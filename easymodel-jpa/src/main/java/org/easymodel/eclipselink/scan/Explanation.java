package org.easymodel.eclipselink.scan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.relate.EntityDescription;
import org.easymodel.relate.PolymorphicDescription;
import org.easymodel.relate.RelationshipDescription;
import org.easymodel.schema.Cardinality;
import org.easymodel.schema.Column;
import org.easymodel.schema.EntityNote;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.IndexPart;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** What was scanned of an entity, and why its tables look so, as lines for people. */
final class Explanation {

    private final Scanned scanned;
    private final List<String> lines = new ArrayList<>();

    Explanation(Scanned scanned) {
        this.scanned = scanned;
    }

    /** The text for one entity, or for all if the name is empty. */
    String of(String entity) {
        List<EntityNote> entities = scanned.schema().notes().entities();
        List<EntityNote> chosen = entities.stream()
                .filter(note -> entity.isEmpty() || note.name().equals(entity))
                .toList();
        if (chosen.isEmpty() && !entity.isEmpty()) {
            throw Problems.noEntity(
                    entity, entities.stream().map(EntityNote::name).toList());
        }
        chosen.forEach(this::add);
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private void add(EntityNote note) {
        EntityDescription entity = scanned.model().entity(note.name()).orElseThrow();
        if (!lines.isEmpty()) {
            lines.add("");
        }
        lines.add(note.name() + " (" + entity.type().getName() + ")"
                + note.parent().map(parent -> " is a " + parent).orElse(""));
        Set<TableName> tables = new LinkedHashSet<>();
        tables.add(note.table());
        tables.addAll(note.furtherTables());
        tables.forEach(table -> scanned.schema().table(table).ifPresent(this::add));
        scanned.generators().source(note.name()).ifPresent(source -> lines.add("  ids come from " + source));
        addRelationships(entity);
        addWarnings(note);
    }

    private void add(Table table) {
        TableDraft draft = scanned.drafts().table(table.name());
        lines.add("  table " + table.name()
                + table.comment().map(text -> ": " + text).orElse(""));
        int names = longest(table.columns().stream().map(column -> column.name().sql()));
        int types = longest(table.columns().stream().map(column -> column.type().toString()));
        for (Column column : table.columns()) {
            lines.add("    " + padded(column.name().sql(), names) + "  "
                    + padded(column.type().toString(), types) + "  "
                    + padded(column.nullable() ? "" : "not null", 8) + "  "
                    + why(draft, column));
        }
        table.primaryKey()
                .ifPresent(key -> key("primary key", key.name(), columns(key.columns()), draft.primaryKeyReason()));
        table.uniqueKeys().forEach(key -> key("unique", key.name(), columns(key.columns()), draft.reason(key.name())));
        table.indexes()
                .forEach(index -> key(
                        index.unique() ? "unique index" : "index",
                        index.name(),
                        "(" + index.parts().stream().map(IndexPart::toString).collect(Collectors.joining(", ")) + ")"
                                + index.where()
                                        .map(condition -> " where " + condition)
                                        .orElse(""),
                        draft.reason(index.name())));
        table.foreignKeys()
                .forEach(key -> key(
                        "foreign key",
                        key.name(),
                        columns(key.columns()) + " to " + key.target() + columns(key.targetColumns()),
                        draft.reason(key.name())));
        table.checks().forEach(check -> key("check", check.name(), check.condition(), draft.reason(check.name())));
        table.generatorRows().forEach(row -> lines.add("    row '" + row.name() + "' of a generator"));
    }

    private static String why(TableDraft draft, Column column) {
        ColumnDraft claimed = draft.columns().get(column.name());
        String sources = claimed.claims().stream().map(Claim::source).distinct().collect(Collectors.joining(", "));
        Optional<String> required = draft.primaryKey().contains(column.name())
                ? Optional.of("it is part of the primary key")
                : claimed.required(draft.writers());
        Optional<String> loosened = required.isPresent()
                ? Optional.empty()
                : claimed.claims().stream()
                        .filter(claim -> claim.required().isPresent())
                        .findFirst()
                        .map(claim -> "may be empty, since the table also holds rows of "
                                + draft.writers().stream()
                                        .filter(writer -> !writer.equals(claim.writer()))
                                        .collect(Collectors.joining(", ")));
        return Stream.of(
                        Optional.of(sources),
                        required,
                        loosened,
                        column.identity() ? Optional.of("numbered by the database") : Optional.<String>empty(),
                        column.values().map(values -> "one of " + String.join(", ", values.values())),
                        column.defaultValue().map(value -> "default " + value),
                        column.comment())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    private void key(String kind, Identifier name, String what, String because) {
        lines.add("    " + kind + " " + name + " " + what + (because.isEmpty() ? "" : ": " + because));
    }

    private void addRelationships(EntityDescription entity) {
        for (RelationshipDescription relationship : scanned.model().relationships(entity.name())) {
            lines.add("  " + relationship.attribute() + ": "
                    + words(relationship.cardinality()) + " "
                    + relationship.target() + columns(relationship) + (relationship.inferred() ? ", inferred" : "")
                    + ", because "
                    + relationship.because());
        }
        for (PolymorphicDescription pair : scanned.model().polymorphic(entity.name())) {
            lines.add("  " + pair.attribute() + ": " + words(pair.cardinality()) + " "
                    + String.join(" or ", pair.entities()) + ", inferred, because " + pair.because());
        }
    }

    /** What holds the key, on the side that has it. */
    private String columns(RelationshipDescription relationship) {
        EntityDescription holder = scanned.model().entity(relationship.entity()).orElseThrow();
        return scanned.schema().relationships().stream()
                .filter(note -> note.owner()
                        && note.table().equals(holder.table())
                        && note.attribute().equals(relationship.attribute())
                        && !note.columns().isEmpty())
                .findFirst()
                .map(note -> note.columns().stream().map(Identifier::sql).collect(Collectors.joining(", ", " by ", "")))
                .orElse("");
    }

    private static String words(Cardinality cardinality) {
        return cardinality.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void addWarnings(EntityNote note) {
        for (Problem warning : scanned.schema().notes().warnings()) {
            String place = warning.place();
            boolean ours = place.equals(note.name())
                    || place.startsWith(note.name() + ".")
                    || place.startsWith(note.name() + " ")
                    || place.equals(note.table().sql())
                    || place.startsWith(note.table().sql() + ".");
            if (ours) {
                lines.add("  " + warning);
            }
        }
    }

    private static String columns(List<Identifier> names) {
        return "(" + names.stream().map(Identifier::sql).collect(Collectors.joining(", ")) + ")";
    }

    private static int longest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
