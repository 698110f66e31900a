package org.easymodel.migrate;

import java.util.Locale;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaHash;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.TableName;

/** Where a revision keeps a table or sequence: a path that every file system and archive can hold. */
final class StateFile {

    static final String TABLES = "tables/";
    static final String SEQUENCES = "sequences/";

    /** The text of a file that says: this one is gone. */
    static final String GONE = "null\n";

    private StateFile() {}

    /** Whether the file is that of a table or sequence. */
    static boolean isState(String path) {
        return path.startsWith(TABLES) || path.startsWith(SEQUENCES);
    }

    /** Whether the file is that of a table that is there. */
    static boolean isTable(String path, String text) {
        return path.startsWith(TABLES) && !text.strip().equals(GONE.strip());
    }

    static String of(TableName table) {
        return TABLES + name(table) + ".json";
    }

    static String of(Sequence sequence) {
        return SEQUENCES + name(new TableName(sequence.schema(), sequence.name())) + ".json";
    }

    private static String name(TableName name) {
        String text = name.schema().map(schema -> schema.text() + ".").orElse("")
                + name.name().text();
        String safe = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_.]", "_");
        boolean exact = safe.equals(text)
                && isPlain(name.name())
                && name.schema().map(StateFile::isPlain).orElse(true)
                && !safe.matches("CON|PRN|AUX|NUL|(COM|LPT)[0-9]");
        return exact ? safe : safe + "_" + SchemaHash.sha256(name.sql()).substring(0, 8);
    }

    private static boolean isPlain(Identifier identifier) {
        return identifier.text().indexOf('.') < 0;
    }
}
