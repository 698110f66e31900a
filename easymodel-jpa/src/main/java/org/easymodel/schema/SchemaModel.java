package org.easymodel.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The whole schema of a model: tables and sequences, each sorted by name, with notes for people and for the differ.
 *
 * <p>{@link #text()} is the canonical text and {@link #parse(String)} reads it back; {@link #hash()} is the same for
 * equal schemas on every machine, whatever the notes say. Immutable.
 *
 * @param tables the tables
 * @param sequences the sequences
 * @param notes what the schema says beside, to people and to the differ
 */
public record SchemaModel(List<Table> tables, List<Sequence> sequences, Notes notes) {

    /** Sorts the lists; refuses two tables or two sequences of one name. */
    public SchemaModel {
        tables = sorted(tables);
        sequences = sorted(sequences);
        Objects.requireNonNull(notes, "notes");
        requireDistinct("table", tables.stream().map(Table::name).toList());
        requireDistinct("sequence", sequences.stream().map(Sequence::sql).toList());
    }

    /** A schema without notes. */
    public static SchemaModel of(Collection<Table> tables, Collection<Sequence> sequences) {
        return new SchemaModel(List.copyOf(tables), List.copyOf(sequences), Notes.none());
    }

    /** The schema of an empty database. */
    public static SchemaModel empty() {
        return of(List.of(), List.of());
    }

    /**
     * Reads {@link #text()} back.
     *
     * @throws IllegalArgumentException if the text is no canonical schema, naming the place
     */
    public static SchemaModel parse(String text) {
        return SchemaText.parse(text);
    }

    /** This schema with other notes. */
    public SchemaModel withNotes(Notes newNotes) {
        return new SchemaModel(tables, sequences, newNotes);
    }

    /** The relationships of the model, from the notes. */
    public List<RelationshipNote> relationships() {
        return notes.relationships();
    }

    /** The former names that the model gives, from the notes. */
    public List<RenameNote> renames() {
        return notes.renames();
    }

    /** The table of that name, if there is one. */
    public Optional<Table> table(TableName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The sequence of that name as SQL writes it, if there is one. */
    public Optional<Sequence> sequence(String sql) {
        return sequences.stream().filter(sequence -> sequence.sql().equals(sql)).findFirst();
    }

    /** The canonical text, with the notes: JSON, keys sorted, two spaces of indentation, ended by a line feed. */
    public String text() {
        return SchemaText.write(this);
    }

    /** The hash of tables and sequences: 64 hexadecimal digits of SHA-256. */
    public String hash() {
        return SchemaHash.of(this);
    }

    private static <T extends Comparable<? super T>> List<T> sorted(List<T> values) {
        List<T> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return List.copyOf(sorted);
    }

    private static void requireDistinct(String what, List<?> names) {
        Set<Object> seen = new HashSet<>();
        for (Object name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException("The schema has the " + what + " " + name + " twice");
            }
        }
    }
}
