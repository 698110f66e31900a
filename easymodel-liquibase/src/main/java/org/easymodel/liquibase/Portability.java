package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.RatedChange;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Index;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;

/** Says what a revision makes differently on some of the databases, or leaves out there. Nothing of it is refused. */
final class Portability {

    /** How many columns a table may have; of the 1012 that Derby takes, it could drop none. H2 takes more than these. */
    private static final Map<String, Integer> COLUMNS = new TreeMap<>(Map.of("Derby", 1011, "PostgreSQL", 1600));

    /** What a type given as SQL text may begin with to mean the same everywhere. */
    private static final Set<String> COMMON = Set.of(
            "BIGINT",
            "BOOLEAN",
            "CHAR",
            "CHARACTER",
            "DATE",
            "DEC",
            "DECIMAL",
            "DOUBLE",
            "FLOAT",
            "INT",
            "INTEGER",
            "NUMERIC",
            "REAL",
            "SMALLINT",
            "TIME",
            "TIMESTAMP",
            "VARCHAR");

    private Portability() {}

    /**
     * The warnings for a revision, sorted by place.
     *
     * @param changes what it does
     * @param after the schema that it leads to
     */
    static List<Problem> warnings(Collection<RatedChange> changes, SchemaModel after) {
        List<Problem> warnings = new ArrayList<>();
        for (RatedChange rated : changes) {
            of(rated.change()).forEach(warnings::add);
            grown(rated.change()).flatMap(after::table).ifPresent(table -> tooManyColumns(table)
                    .ifPresent(warnings::add));
        }
        return warnings.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::place).thenComparing(Problem::code))
                .toList();
    }

    private static Stream<Problem> of(Change change) {
        if (change instanceof Change.CreateTable create) {
            return create.table().columns().stream()
                    .flatMap(column -> of(create.table().name(), column).stream());
        } else if (change instanceof Change.AddColumn add) {
            return of(add.table(), add.column()).stream();
        } else if (change instanceof Change.ModifyType modify) {
            return of(modify.table(), modify.after()).stream();
        }
        return change instanceof Change.CreateIndex create && !create.index().isPlain()
                ? Stream.of(Problems.indexLeftOut(
                        create.target(), kind(create.index()), create.index().unique()))
                : Stream.empty();
    }

    private static Optional<Problem> of(TableName table, Column column) {
        ColumnType type = column.type();
        String place = table + "." + column.name();
        String onDerby = TypeText.sql(type, Dialect.DERBY);
        return switch (type.kind()) {
            case TIMESTAMP_TZ -> Optional.of(Problems.noOffset(place));
            case DECIMAL ->
                type.size() > 0 && !onDerby.equals(TypeText.sql(type, Dialect.H2))
                        ? Optional.of(Problems.fewerDigits(place, onDerby))
                        : Optional.empty();
            case STRING, CHAR -> onDerby.equals("CLOB") ? Optional.of(Problems.longText(place)) : Optional.empty();
            case NATIVE ->
                COMMON.contains(type.definition().split("[^A-Z0-9_]", 2)[0])
                        ? Optional.empty()
                        : Optional.of(Problems.nativeType(place, type.definition()));
            default -> Optional.empty();
        };
    }

    /** The table that gets columns. */
    private static Optional<TableName> grown(Change change) {
        if (change instanceof Change.CreateTable create) {
            return Optional.of(create.table().name());
        }
        return change instanceof Change.AddColumn add ? Optional.of(add.table()) : Optional.empty();
    }

    private static Optional<Problem> tooManyColumns(Table table) {
        int columns = table.columns().size();
        List<String> limits = COLUMNS.entrySet().stream()
                .filter(limit -> limit.getValue() < columns)
                .map(limit -> limit.getKey() + " manages at most " + limit.getValue())
                .toList();
        return limits.isEmpty()
                ? Optional.empty()
                : Optional.of(Problems.tooManyColumns(table.name().sql(), columns, limits));
    }

    private static List<String> kind(Index index) {
        List<String> kind = new ArrayList<>();
        if (index.parts().stream().anyMatch(part -> part.column().isEmpty())) {
            kind.add("over an expression");
        }
        if (index.where().isPresent()) {
            kind.add("over a part of the rows");
        }
        index.method().ifPresent(method -> kind.add("of the method " + method));
        index.parts().stream()
                .flatMap(part -> part.operatorClass().stream())
                .distinct()
                .forEach(name -> kind.add("with the operator class " + name));
        return kind;
    }
}
