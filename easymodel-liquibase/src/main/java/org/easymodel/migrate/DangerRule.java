package org.easymodel.migrate;

/** The rules that rate changes; the number is part of the interface, since revisions and command lines name it. */
public enum DangerRule {
    /** A table is dropped. */
    EM101(Danger.DATA_LOSS, "the table and its rows are gone"),
    /** A column is dropped. */
    EM102(Danger.DATA_LOSS, "the column and its values are gone"),
    /** A drop and an addition look like a rename. */
    EM103(Danger.DATA_LOSS, "a drop and an addition look like one rename"),
    /** A column must have a value from now on. */
    EM104(Danger.LOCK, "every row is checked for a value"),
    /** A new column must have a value. */
    EM105(Danger.LOCK, "every row gets a value for the new column, then is checked"),
    /** A type that not every value fits into. */
    EM106(Danger.DATA_LOSS, "a value that does not fit stops it"),
    /** A type that every value fits into, but not as it is stored. */
    EM107(Danger.LOCK, "every row is written anew"),
    /** The default of a new column differs from row to row. */
    EM108(Danger.LOCK, "every row gets a value of its own"),
    /** A unique constraint or unique index on a table that may hold rows. */
    EM109(Danger.LOCK, "every row is compared; rows with equal values stop it"),
    /** A foreign key on a table that may hold rows. */
    EM110(Danger.LOCK, "every row is looked up in the other table; rows without a partner stop it"),
    /** An index on a table that may hold rows. */
    EM111(Danger.LOCK, "writers wait while the index is built"),
    /** A check on a table that may hold rows; or values of an enumeration that are gone, which is a loss. */
    EM112(Danger.LOCK, "every row is checked; rows outside stop it"),
    /** The positions of an enumeration stand for other constants. */
    EM113(Danger.DATA_LOSS, "the numbers in the rows stand for other constants, or for none"),
    /** A primary key over other columns. */
    EM114(Danger.LOCK, "every row is compared; rows with equal values stop it"),
    /** The database numbers the rows from now on, or no longer does. */
    EM115(Danger.LOCK, "the numbers go on behind the largest that a row has"),
    /** A table or column gets another name. */
    EM116(Danger.SAFE, "code that still uses the old name fails"),
    /** A drop takes keys along that the database would drop in silence. */
    EM117(Danger.DATA_LOSS, "keys and indexes over it go first, each by a change of its own"),
    /** A sequence is dropped, or the row of a generator. */
    EM118(Danger.DATA_LOSS, "the position of the sequence is gone"),
    /** SQL that a person wrote works on the rows. */
    EM119(Danger.LOCK, "the rows that it changes are locked until it ends");

    private final Danger danger;
    private final String sentence;

    DangerRule(Danger danger, String sentence) {
        this.danger = danger;
        this.sentence = sentence;
    }

    /** How dangerous the rule makes a change to which it applies. */
    public Danger danger(Change change) {
        return this == EM112 && change instanceof Change.ChangeEnumValues ? Danger.DATA_LOSS : danger;
    }

    /** What happens by most of the changes to which the rule applies, in half a sentence. */
    public String sentence() {
        return sentence;
    }

    /** What happens by a change to which the rule applies, in half a sentence. */
    public String sentence(Change change) {
        if (this == EM112 && change instanceof Change.ChangeEnumValues values) {
            return "rows that hold " + String.join(", ", values.removed()) + " stop it";
        }
        if (this == EM106
                && change instanceof Change.ModifyType modify
                && modify.conversion().effect() == TypeConversion.Effect.CUT) {
            return "the time of the day is gone from every value";
        }
        return this == EM118 && change instanceof Change.DropGeneratorRow
                ? "the position of the generator is gone"
                : sentence;
    }
}
