package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.SchemaText;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;

/**
 * The schema at a point of the history: tables and sequences by the path that their files have in every revision.
 * Immutable.
 *
 * @param parts the tables and sequences
 */
record SchemaState(SortedMap<String, Object> parts) {

    static final SchemaState EMPTY = new SchemaState(Collections.emptySortedMap());

    SchemaState {
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static SchemaState of(SchemaModel schema) {
        SortedMap<String, Object> parts = new TreeMap<>();
        schema.tables().forEach(table -> parts.put(StateFile.of(table.name()), table));
        schema.sequences().forEach(sequence -> parts.put(StateFile.of(sequence), sequence));
        return new SchemaState(parts);
    }

    /** This state after a revision. */
    SchemaState with(Revision revision) {
        SortedMap<String, Object> changed = new TreeMap<>(parts);
        revision.files().forEach((path, text) -> {
            try {
                if (StateFile.isState(path)) {
                    read(path, text).ifPresentOrElse(part -> changed.put(path, part), () -> changed.remove(path));
                }
            } catch (IllegalArgumentException e) {
                throw Problems.unreadable(revision.folder() + "/" + path, e.getMessage(), e);
            }
        });
        return new SchemaState(changed);
    }

    private static Optional<Object> read(String path, String text) {
        if (text.strip().equals(StateFile.GONE.strip())) {
            return Optional.empty();
        }
        return Optional.of(
                path.startsWith(StateFile.TABLES) ? SchemaText.parseTable(text) : SchemaText.parseSequence(text));
    }

    /** The files that lead from another state to this one. */
    SortedMap<String, String> filesSince(SchemaState before) {
        SortedMap<String, String> files = new TreeMap<>();
        SortedSet<String> paths = new TreeSet<>(parts.keySet());
        paths.addAll(before.parts.keySet());
        for (String path : paths) {
            Object now = parts.get(path);
            if (now == null) {
                files.put(path, StateFile.GONE);
            } else if (!now.equals(before.parts.get(path))) {
                files.put(path, write(now));
            }
        }
        return files;
    }

    static String write(Object part) {
        return part instanceof Table table ? SchemaText.write(table) : SchemaText.write((Sequence) part);
    }

    SchemaModel schema() {
        List<Table> tables = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        for (Map.Entry<String, Object> entry : parts.entrySet()) {
            if (entry.getValue() instanceof Table table) {
                tables.add(table);
            } else {
                sequences.add((Sequence) entry.getValue());
            }
        }
        return SchemaModel.of(tables, sequences);
    }
}
