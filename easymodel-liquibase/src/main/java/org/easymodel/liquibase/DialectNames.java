package org.easymodel.liquibase;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.easymodel.migrate.Change;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.ReservedWords;
import org.jspecify.annotations.Nullable;

/**
 * A change with those of its names in quotes that one database reserves and the others do not. Changes are records of records,
 * so they are rebuilt part by part.
 */
final class DialectNames {

    private final ReservedWords words;

    private DialectNames(ReservedWords words) {
        this.words = words;
    }

    static Change quoted(Change change, Dialect dialect) {
        return (Change) of(dialect).rebuilt(change);
    }

    static Identifier quoted(Identifier name, Dialect dialect) {
        return of(dialect).quoted(name);
    }

    /** Whether a database reserves a name of the change that another does not. */
    static boolean differ(Change change) {
        return Arrays.stream(Dialect.values())
                .anyMatch(dialect -> !quoted(change, dialect).equals(change));
    }

    private static DialectNames of(Dialect dialect) {
        return new DialectNames(ReservedWords.valueOf(dialect.name()));
    }

    private Identifier quoted(Identifier name) {
        return words.contains(name.text()) ? Identifier.delimited(name.text()) : name;
    }

    private @Nullable Object rebuilt(@Nullable Object part) {
        if (part instanceof Identifier name) {
            return quoted(name);
        } else if (part instanceof List<?> list) {
            return list.stream().map(this::rebuilt).toList();
        } else if (part instanceof Optional<?> optional) {
            return optional.map(this::rebuilt);
        }
        return part instanceof Record whole ? rebuiltRecord(whole) : part;
    }

    private Object rebuiltRecord(Record whole) {
        RecordComponent[] components = whole.getClass().getRecordComponents();
        try {
            Object[] parts = new Object[components.length];
            for (int i = 0; i < parts.length; i++) {
                parts[i] = rebuilt(components[i].getAccessor().invoke(whole));
            }
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return whole.getClass().getConstructor(types).newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The change " + whole.getClass() + " cannot be rebuilt", e);
        }
    }
}
