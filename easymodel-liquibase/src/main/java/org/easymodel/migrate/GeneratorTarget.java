package org.easymodel.migrate;

import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/** How people and files name a row of a generator table: {@code SEQUENCE.USER_SEQ}, in quotes where it must be. */
final class GeneratorTarget {

    private GeneratorTarget() {}

    static String of(TableName table, GeneratorRow row) {
        String name = row.name().replace('"', '\'').replace('\0', ' ');
        return table + "." + Identifier.exactly(name.isEmpty() ? " " : name);
    }
}
