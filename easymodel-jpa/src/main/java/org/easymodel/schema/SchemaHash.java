package org.easymodel.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hashes of tables and of whole schemas: SHA-256 over canonical text, so that layout and line ends do not count. */
public final class SchemaHash {

    private SchemaHash() {}

    /** The hash of one table, comments left out: 64 hexadecimal digits. */
    public static String of(Table table) {
        return sha256("em:table:1\n" + SchemaText.writeCompact(table.withoutComments()));
    }

    /** The hash of one sequence: 64 hexadecimal digits. */
    public static String of(Sequence sequence) {
        return sha256("em:sequence:1\n" + SchemaText.writeCompact(sequence));
    }

    static String of(SchemaModel schema) {
        StringBuilder lines = new StringBuilder("em:model:1\n");
        schema.tables().forEach(table -> lines.append("table ")
                .append(table.name())
                .append(':')
                .append(of(table))
                .append('\n'));
        schema.sequences().forEach(sequence -> lines.append("sequence ")
                .append(sequence.sql())
                .append(':')
                .append(of(sequence))
                .append('\n'));
        return sha256(lines.toString());
    }

    /** SHA-256 of the UTF-8 bytes of a text: 64 hexadecimal digits. */
    public static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
