package org.easymodel.migrate;

import java.util.List;
import java.util.Optional;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.EnumValues;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.GeneratorRow;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.PrimaryKey;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.easymodel.schema.UniqueKey;

/**
 * One step from one schema to the next. A change carries the old and the new definition of what it touches, so that it
 * knows its own {@linkplain #reversal() reversal}. Every change is an immutable value.
 */
public sealed interface Change {

    /** What the change works on, as a person writes it: {@code BOOK}, {@code BOOK.TITLE}, {@code BOOK.UK_BOOK_ISBN}. */
    String target();

    /** The change that takes this one back; empty if this one changes rows only, and nobody has said how to do that. */
    Optional<Change> reversal();

    /** The word for the kind of change, such as {@code AddColumn}. */
    default String operation() {
        return getClass().getSimpleName();
    }

    /** Operation and target. */
    default String text() {
        return operation() + " " + target();
    }

    /** A change within one table that is there before and after it. */
    sealed interface OnTable extends Change {

        /** The table, by the name that it has at that moment. */
        TableName table();
    }

    /**
     * A new table with its columns, primary key and comments; its other keys, indexes and rows are changes of their own.
     */
    record CreateTable(Table table) implements Change {

        /** Keeps columns, primary key and comments only. */
        public CreateTable {
            table = TableCore.of(table);
        }

        @Override
        public String target() {
            return table.name().sql();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropTable(table));
        }
    }

    /** The end of a table and its rows; its other keys and indexes went before it. */
    record DropTable(Table table) implements Change {

        /** Keeps columns, primary key and comments only. */
        public DropTable {
            table = TableCore.of(table);
        }

        @Override
        public String target() {
            return table.name().sql();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new CreateTable(table));
        }
    }

    /** A new name for a table; foreign keys of other tables follow. */
    record RenameTable(TableName from, Identifier to) implements Change {

        /** The table by its new name. */
        public TableName renamed() {
            return new TableName(from.schema(), to);
        }

        @Override
        public String target() {
            return from.sql();
        }

        @Override
        public String text() {
            return operation() + " " + from + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenameTable(renamed(), from.name()));
        }
    }

    /** A new column. */
    record AddColumn(TableName table, Column column) implements OnTable {

        @Override
        public String target() {
            return table + "." + column.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropColumn(table, column));
        }
    }

    /** The end of a column and its values. */
    record DropColumn(TableName table, Column column) implements OnTable {

        @Override
        public String target() {
            return table + "." + column.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddColumn(table, column));
        }
    }

    /** A new name for a column; keys and indexes follow. */
    record RenameColumn(TableName table, Identifier from, Identifier to, ColumnType type) implements OnTable {

        @Override
        public String target() {
            return table + "." + from;
        }

        @Override
        public String text() {
            return operation() + " " + target() + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenameColumn(table, to, from, type));
        }
    }

    /** A value for the rows in which a column is empty; the value is SQL text. */
    record FillColumn(TableName table, Identifier column, String value) implements OnTable {

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.empty();
        }
    }

    /** A column gets the values of another wherever it is empty; taken back, the other gets what came since. */
    record CopyColumn(TableName table, Identifier from, Identifier to) implements OnTable {

        @Override
        public String target() {
            return table + "." + to;
        }

        @Override
        public String text() {
            return operation() + " " + table + "." + from + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new CopyColumn(table, to, from));
        }
    }

    /** SQL over rows, written by a person; it changes no schema. */
    record RunSql(int number, DataStep step) implements Change {

        @Override
        public String target() {
            return "step " + number;
        }

        @Override
        public Optional<Change> reversal() {
            return step.hasWayBack() ? Optional.of(new RunSql(number, step.reversed())) : Optional.empty();
        }
    }

    /**
     * Rows changed in Java; it changes no schema.
     *
     * @param number its place among the data steps of the revision
     * @param type the name of a {@link JavaDataStep}
     * @param back whether what it did is taken back
     */
    record RunJava(int number, String type, boolean back) implements Change {

        @Override
        public String target() {
            return "step " + number + ", class " + type;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RunJava(number, type, !back));
        }
    }

    /** A column must have a value from now on. */
    record AddNotNull(TableName table, Identifier column, ColumnType type) implements OnTable {

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropNotNull(table, column, type));
        }
    }

    /** A column may be empty from now on. */
    record DropNotNull(TableName table, Identifier column, ColumnType type) implements OnTable {

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddNotNull(table, column, type));
        }
    }

    /**
     * Another type of a column, and with it its default; each row keeps its value, as one of the new type.
     *
     * @param table the table
     * @param before the column as it is at that moment
     * @param after the same column with its new type and default
     * @param leaning what the table has over the column at that moment, as the changes that build it: for a database that
     *     can only move the values to a new column
     */
    record ModifyType(TableName table, Column before, Column after, List<Change> leaning) implements OnTable {

        public ModifyType {
            leaning = List.copyOf(leaning);
        }

        /** What happens to the values. */
        public TypeConversion conversion() {
            return new TypeConversion(before.type(), after.type());
        }

        /** This change on a table that has these keys, indexes and checks over the column. */
        ModifyType with(List<Change> newLeaning) {
            return new ModifyType(table, before, after, newLeaning);
        }

        @Override
        public String target() {
            return table + "." + after.name();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " from " + before.type() + " to " + after.type();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new ModifyType(table, after, before, leaning));
        }
    }

    /**
     * The database numbers the rows by a column from now on, or no longer does; rows keep their numbers, and no number is given
     * twice.
     *
     * @param table the table
     * @param before the column as it is at that moment
     * @param after the same column, numbered by the database or not
     * @param leaning what the table has over the column at that moment, as the changes that build it
     * @param sequences the sequences that may give the numbers where the database does not
     * @param rows the generators in tables that may do so
     */
    record ChangeIdentity(
            TableName table,
            Column before,
            Column after,
            List<Change> leaning,
            List<Sequence> sequences,
            List<AddGeneratorRow> rows)
            implements OnTable {

        public ChangeIdentity {
            leaning = List.copyOf(leaning);
            sequences = List.copyOf(sequences);
            rows = List.copyOf(rows);
        }

        /** This change on a table that has these keys, indexes and checks over the column. */
        ChangeIdentity with(List<Change> newLeaning) {
            return new ChangeIdentity(table, before, after, newLeaning, sequences, rows);
        }

        /** This change, with what may give the numbers where the database does not. */
        ChangeIdentity with(List<Sequence> newSequences, List<AddGeneratorRow> newRows) {
            return new ChangeIdentity(table, before, after, leaning, newSequences, newRows);
        }

        @Override
        public String target() {
            return table + "." + after.name();
        }

        @Override
        public String operation() {
            return after.identity() ? "AddIdentity" : "DropIdentity";
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new ChangeIdentity(table, after, before, leaning, sequences, rows));
        }
    }

    /** Another default value of a column, or none; the values are SQL text, rows stay as they are. */
    record SetDefault(
            TableName table, Identifier column, ColumnType type, Optional<String> before, Optional<String> after)
            implements OnTable {

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new SetDefault(table, column, type, after, before));
        }
    }

    /** Another comment of a table, or none. */
    record SetTableComment(TableName table, Optional<String> before, Optional<String> after) implements OnTable {

        @Override
        public String target() {
            return table.sql();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new SetTableComment(table, after, before));
        }
    }

    /** Another comment of a column, or none. */
    record SetColumnComment(TableName table, Identifier column, Optional<String> before, Optional<String> after)
            implements OnTable {

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new SetColumnComment(table, column, after, before));
        }
    }

    /**
     * Other values of the enumeration that a column holds. Rows stay as they are; what the database itself allows is told
     * by the checks of the table.
     *
     * @param table the table
     * @param column the column
     * @param before the values so far; empty if the column held no enumeration
     * @param after the values from now on; empty if the column holds no enumeration any more
     */
    record ChangeEnumValues(TableName table, Identifier column, Optional<EnumValues> before, Optional<EnumValues> after)
            implements OnTable {

        /** The values that rows may hold, but no row shall hold any more. */
        public List<String> removed() {
            List<String> left = after.map(EnumValues::values).orElse(List.of());
            return after.isEmpty()
                    ? List.of()
                    : before.map(EnumValues::values).orElse(List.of()).stream()
                            .filter(value -> !left.contains(value))
                            .toList();
        }

        /** Whether a number that a row holds may stand for another constant from now on, or for none. */
        public boolean movesPositions() {
            if (before.isEmpty() || after.isEmpty()) {
                return false;
            }
            boolean positions = before.get().kind() == EnumValues.Kind.POSITION
                    || after.get().kind() == EnumValues.Kind.POSITION;
            return positions && !(before.get().kind() == after.get().kind() && isAppended());
        }

        private boolean isAppended() {
            List<String> old = before.orElseThrow().values();
            List<String> now = after.orElseThrow().values();
            return now.size() >= old.size() && now.subList(0, old.size()).equals(old);
        }

        @Override
        public String target() {
            return table + "." + column;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new ChangeEnumValues(table, column, after, before));
        }
    }

    /** A row of a generator table, unless it is there; a row that is there keeps its count. */
    record AddGeneratorRow(TableName table, GeneratorRow row) implements OnTable {

        @Override
        public String target() {
            return GeneratorTarget.of(table, row);
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropGeneratorRow(table, row));
        }
    }

    /** The end of a row of a generator table and its count. */
    record DropGeneratorRow(TableName table, GeneratorRow row) implements OnTable {

        @Override
        public String target() {
            return GeneratorTarget.of(table, row);
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddGeneratorRow(table, row));
        }
    }

    /**
     * Another count from which a generator starts where its row is still missing; a row that is there keeps its count.
     *
     * @param table the generator table
     * @param row the row with the count so far
     * @param after the count from now on
     */
    record ChangeGeneratorStart(TableName table, GeneratorRow row, long after) implements OnTable {

        /** The row with the count from now on. */
        public GeneratorRow changed() {
            return new GeneratorRow(row.name(), row.nameColumn(), row.valueColumn(), after);
        }

        @Override
        public String target() {
            return GeneratorTarget.of(table, row);
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new ChangeGeneratorStart(table, changed(), row.value()));
        }
    }

    /** A new primary key. */
    record AddPrimaryKey(TableName table, PrimaryKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropPrimaryKey(table, key));
        }
    }

    /** The end of a primary key; its columns must still have values. */
    record DropPrimaryKey(TableName table, PrimaryKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddPrimaryKey(table, key));
        }
    }

    /** A new unique constraint. */
    record AddUniqueKey(TableName table, UniqueKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropUniqueKey(table, key));
        }
    }

    /** The end of a unique constraint. */
    record DropUniqueKey(TableName table, UniqueKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddUniqueKey(table, key));
        }
    }

    /**
     * A new index.
     *
     * @param table the table
     * @param index the index
     * @param doubled whether a key of the table has the same columns, so that Derby would leave the index out
     * @param leaning the foreign keys of the table that begin with the same columns: H2 lets them lean on the index and
     *     then drops it only without them
     */
    record CreateIndex(TableName table, Index index, boolean doubled, List<ForeignKey> leaning) implements OnTable {

        public CreateIndex {
            leaning = List.copyOf(leaning);
        }

        @Override
        public String target() {
            return table + "." + index.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropIndex(table, index, doubled, leaning));
        }
    }

    /**
     * The end of an index.
     *
     * @param table the table
     * @param index the index
     * @param doubled whether a key of the table has the same columns, so that Derby would leave the index out on the way
     *     back
     * @param leaning the foreign keys of the table that begin with the same columns: H2 lets them lean on the index and
     *     then drops it only without them
     */
    record DropIndex(TableName table, Index index, boolean doubled, List<ForeignKey> leaning) implements OnTable {

        public DropIndex {
            leaning = List.copyOf(leaning);
        }

        @Override
        public String target() {
            return table + "." + index.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new CreateIndex(table, index, doubled, leaning));
        }
    }

    /** A new foreign key constraint. */
    record AddForeignKey(TableName table, ForeignKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropForeignKey(table, key));
        }
    }

    /** The end of a foreign key constraint. */
    record DropForeignKey(TableName table, ForeignKey key) implements OnTable {

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddForeignKey(table, key));
        }
    }

    /**
     * A new check constraint.
     *
     * @param table the table
     * @param check the constraint
     * @param columns the columns that its condition names
     */
    record AddCheck(TableName table, Check check, List<Identifier> columns) implements OnTable {

        public AddCheck {
            columns = List.copyOf(columns);
        }

        /** The condition, with its columns written as they are given: in quotes where they are delimited. */
        public String condition() {
            return SqlWords.written(check.condition(), columns);
        }

        @Override
        public String target() {
            return table + "." + check.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropCheck(table, check, columns));
        }
    }

    /**
     * The end of a check constraint.
     *
     * @param table the table
     * @param check the constraint
     * @param columns the columns that its condition names
     */
    record DropCheck(TableName table, Check check, List<Identifier> columns) implements OnTable {

        public DropCheck {
            columns = List.copyOf(columns);
        }

        @Override
        public String target() {
            return table + "." + check.name();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new AddCheck(table, check, columns));
        }
    }

    /**
     * A new sequence.
     *
     * @param sequence the sequence
     * @param behind sequences that go in the same plan: the new one may take their place, and begins behind their numbers
     */
    record CreateSequence(Sequence sequence, List<Sequence> behind) implements Change {

        public CreateSequence {
            behind = List.copyOf(behind);
        }

        @Override
        public String target() {
            return sequence.sql();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new DropSequence(sequence, behind));
        }
    }

    /** Another start or increment of a sequence; no number is given twice. */
    record ChangeSequence(Sequence before, Sequence after) implements Change {

        @Override
        public String target() {
            return after.sql();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " from " + values(before) + " to " + values(after);
        }

        private static String values(Sequence sequence) {
            return sequence.start() + " by " + sequence.increment();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new ChangeSequence(after, before));
        }
    }

    /**
     * The end of a sequence and its position.
     *
     * @param sequence the sequence
     * @param successors sequences that come in the same plan: on the way back, it begins behind their numbers
     */
    record DropSequence(Sequence sequence, List<Sequence> successors) implements Change {

        public DropSequence {
            successors = List.copyOf(successors);
        }

        @Override
        public String target() {
            return sequence.sql();
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new CreateSequence(sequence, successors));
        }
    }

    /**
     * A new name for a primary key.
     *
     * @param table the table
     * @param key the key by its old name
     * @param to the new name
     * @param references the foreign keys that lead to it, for a database that can only build the key anew
     */
    record RenamePrimaryKey(TableName table, PrimaryKey key, Identifier to, List<AddForeignKey> references)
            implements OnTable {

        public RenamePrimaryKey {
            references = List.copyOf(references);
        }

        /** The key by its new name. */
        public PrimaryKey renamed() {
            return new PrimaryKey(to, key.columns());
        }

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenamePrimaryKey(table, renamed(), key.name(), references));
        }
    }

    /**
     * A new name for a unique constraint.
     *
     * @param table the table
     * @param key the constraint by its old name
     * @param to the new name
     * @param references the foreign keys that lead to it, for a database that can only build the constraint anew
     */
    record RenameUniqueKey(TableName table, UniqueKey key, Identifier to, List<AddForeignKey> references)
            implements OnTable {

        public RenameUniqueKey {
            references = List.copyOf(references);
        }

        /** The constraint by its new name. */
        public UniqueKey renamed() {
            return new UniqueKey(to, key.columns());
        }

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenameUniqueKey(table, renamed(), key.name(), references));
        }
    }

    /**
     * A new name for an index.
     *
     * @param table the table
     * @param index the index by its old name
     * @param to the new name
     * @param doubled whether a key of the table has the same columns, for a database that can only build the index anew
     */
    record RenameIndex(TableName table, Index index, Identifier to, boolean doubled) implements OnTable {

        /** The index by its new name. */
        public Index renamed() {
            return index.withName(to);
        }

        @Override
        public String target() {
            return table + "." + index.name();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenameIndex(table, renamed(), index.name(), doubled));
        }
    }

    /** A new name for a foreign key constraint. */
    record RenameForeignKey(TableName table, ForeignKey key, Identifier to) implements OnTable {

        /** The constraint by its new name. */
        public ForeignKey renamed() {
            return new ForeignKey(to, key.columns(), key.target(), key.targetColumns(), key.onDelete());
        }

        @Override
        public String target() {
            return table + "." + key.name();
        }

        @Override
        public String text() {
            return operation() + " " + target() + " to " + to;
        }

        @Override
        public Optional<Change> reversal() {
            return Optional.of(new RenameForeignKey(table, renamed(), key.name()));
        }
    }
}
