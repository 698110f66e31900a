package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.TypeConversion;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;

/**
 * The statements that give a column another type. H2 and PostgreSQL change it in place. Derby only lengthens text; all else
 * goes over a new column, and what leans on the old one is taken off for that moment.
 *
 * @param dialect the database
 * @param change the change, with the names that the database needs
 */
record TypeSteps(Dialect dialect, Change.ModifyType change) {

    private static final Identifier SWAP = Identifier.of("EM_SWAP");

    private TableName table() {
        return change.table();
    }

    private Identifier column() {
        return change.before().name();
    }

    private ConversionText conversion() {
        return new ConversionText(change.conversion(), dialect);
    }

    /** The condition of the values that the new type has no place for; those that it cuts are none. */
    Optional<String> misfits() {
        return change.conversion().effect() == TypeConversion.Effect.CUT
                ? Optional.empty()
                : conversion().misfits(column().sql());
    }

    List<String> statements() {
        if (sql(change.before()).equals(sql(change.after()))) {
            return setDefault(false);
        }
        return dialect == Dialect.DERBY && !isLonger() ? swap() : inPlace();
    }

    /** Derby lengthens text where it stands. */
    private boolean isLonger() {
        return sql(change.before()).startsWith("VARCHAR(")
                && sql(change.after()).startsWith("VARCHAR(")
                && change.conversion().effect() == TypeConversion.Effect.FREE;
    }

    private String sql(Column column) {
        return TypeText.sql(column.type(), dialect);
    }

    private List<String> inPlace() {
        boolean other = !change.conversion().isWithinFamily();
        List<Change> off =
                other ? change.leaning().stream().filter(this::isText).toList() : List.of();
        List<String> statements = new ArrayList<>();
        LeaningSteps.off(off, dialect).forEach(statements::add);
        boolean without = change.before().defaultValue().isPresent() && (other || changesDefault());
        if (without) {
            statements.add(alter("DROP DEFAULT"));
        }
        statements.add(
                switch (dialect) {
                    case DERBY -> alter("SET DATA TYPE " + sql(change.after()));
                    case H2 -> alter("SET DATA TYPE " + sql(change.after())) + using();
                    case POSTGRESQL -> alter("TYPE " + sql(change.after())) + using();
                });
        statements.addAll(setDefault(without));
        LeaningSteps.on(off, dialect).forEach(statements::add);
        return statements;
    }

    private String using() {
        return conversion().needsValue() ? " USING " + conversion().value(column().sql()) : "";
    }

    private List<String> swap() {
        List<String> statements = new ArrayList<>();
        LeaningSteps.off(change.leaning(), dialect).forEach(statements::add);
        statements.add("ALTER TABLE " + table() + " ADD COLUMN " + SWAP + " " + sql(change.after()));
        statements.add(
                "UPDATE " + table() + " SET " + SWAP + " = " + conversion().value(column().sql()));
        statements.add("ALTER TABLE " + table() + " DROP COLUMN " + column() + " RESTRICT");
        statements.add("RENAME COLUMN " + table() + "." + SWAP + " TO " + column());
        change.after().defaultValue().ifPresent(value -> statements.add(alter("SET DEFAULT " + value)));
        if (!change.after().nullable()) {
            statements.add(alter("NOT NULL"));
        }
        if (change.after().identity()) {
            statements.addAll(IdentitySteps.climb(table(), change.after()));
        }
        LeaningSteps.on(change.leaning(), dialect).forEach(statements::add);
        return statements;
    }

    private boolean changesDefault() {
        return !change.before().defaultValue().equals(change.after().defaultValue());
    }

    /**
     * The new default.
     *
     * @param without whether the old one is gone already
     */
    private List<String> setDefault(boolean without) {
        Optional<String> value = change.after().defaultValue();
        if (value.isPresent() && (without || changesDefault())) {
            return List.of(alter("SET DEFAULT " + value.get()));
        } else if (value.isEmpty() && changesDefault() && !without) {
            return List.of(alter(dialect == Dialect.DERBY ? "DEFAULT NULL" : "DROP DEFAULT"));
        }
        return List.of();
    }

    private String alter(String what) {
        return SqlText.alter(table(), column()) + what;
    }

    /** Conditions and expressions are compiled for one type. */
    private boolean isText(Change leaning) {
        return leaning instanceof Change.AddCheck
                || leaning instanceof Change.CreateIndex create
                        && !create.index().isPlain();
    }
}
