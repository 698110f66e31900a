package org.easymodel.migrate;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.TableName;

/** Everything that this package refuses, with its text. */
final class Problems {

    private Problems() {}

    static MigrationException refused(List<Problem> problems) {
        return new MigrationException(problems, null);
    }

    static Problem noValueForNewColumn(TableName table, Identifier column) {
        return new Problem(
                "EM-3001",
                table + "." + column,
                "the new column must have a value, but the rows of " + table + " have none.",
                "Give one for them with the option default " + table + "." + column
                        + "=<value>, fill it with a data step, or let the column be empty.");
    }

    static Problem typeChanged(TableName table, Column before, Column after, String reason, String remedy) {
        return new Problem(
                "EM-3002",
                table + "." + after.name(),
                "the type changes from " + before.type() + " to " + after.type() + ", but " + reason + ".",
                remedy);
    }

    static Problem enumTypeChanged(TableName table, Column before, Column after) {
        return new Problem(
                "EM-3080",
                table + "." + after.name(),
                "the constants of the enumeration are stored in another way: as " + after.type() + ", not as "
                        + before.type() + ".",
                "Add a column of another name, fill it by a data step, constant by constant, and accept the drop of the old"
                        + " one.");
    }

    static Problem identityChanged(TableName table, Identifier column, boolean identity) {
        return new Problem(
                "EM-3003",
                table + "." + column,
                "the column is " + (identity ? "numbered by the database now" : "no longer numbered by the database")
                        + ", but it is not a whole number that is the primary key alone, before and after.",
                "Change the key and the numbering in two revisions, or write the steps in an empty revision.");
    }

    static Problem lossNotAccepted(RatedChange rated, DangerRule rule, String place) {
        return new Problem(
                "EM-3006",
                place,
                rated.change().operation() + " loses data: " + rule.sentence(rated.change()) + ".",
                "Accept it with the option accept " + rule + ":" + place + ", or keep it in the model.");
    }

    static Problem looksLikeRenamedColumn(TableName table, Column before, Collection<Identifier> candidates) {
        String names = names(candidates);
        return new Problem(
                "EM-3007",
                table + "." + before.name(),
                "the column is gone from the model and " + names + " of the same type " + before.type()
                        + (candidates.size() == 1 ? " is" : " are") + " new (EM103).",
                "If it was renamed, say so with the option rename " + table + "." + before.name() + "="
                        + (candidates.size() == 1 ? names : "<new name>") + " or with @RenamedFrom(\"" + before.name()
                        + "\"). If its values may go, use the option accept EM102:" + table + "." + before.name()
                        + ".");
    }

    static Problem looksLikeRenamedTable(TableName before, Collection<TableName> candidates) {
        String names = candidates.stream().map(TableName::sql).collect(Collectors.joining(", "));
        return new Problem(
                "EM-3008",
                before.sql(),
                "the table is gone from the model and " + names + " with like columns "
                        + (candidates.size() == 1 ? "is" : "are") + " new (EM103).",
                "If it was renamed, say so with the option rename " + before + "="
                        + (candidates.size() == 1 ? names : "<new name>") + " or with @RenamedFrom(\"" + before
                        + "\"). If its rows may go, use the option accept EM101:" + before + ".");
    }

    static Problem renameFindsNothing(String option) {
        return new Problem(
                "EM-3009",
                "rename " + option,
                "no table or column of the last revision has that name.",
                "Write TABLE=NEW or TABLE.COLUMN=NEW with the names of database and model.");
    }

    static Problem renameLeadsNowhere(String option, String target) {
        return new Problem(
                "EM-3010", "rename " + option, "the model has no " + target + ".", "Name what the model has now.");
    }

    static Problem renameTargetTaken(String place, String target) {
        return new Problem(
                "EM-3011",
                place,
                "it cannot be renamed to " + target + ", which the last revision already has.",
                "Rename or drop " + target + " in a revision before this one.");
    }

    static Problem defaultFindsNothing(String option) {
        return new Problem(
                "EM-3012",
                "default " + option,
                "no column of that name needs a value.",
                "Name a column that is new or that must have a value from now on, as TABLE.COLUMN=value.");
    }

    static Problem acceptFindsNothing(String option) {
        return new Problem(
                "EM-3013",
                "accept " + option,
                "no change of this revision has that rule and target.",
                "Write RULE:TARGET as the table of changes names them, such as EM102:BOOK.SUBTITLE.");
    }

    static Problem valueUnreadable(TableName table, Identifier column, ColumnType type) {
        return new Problem(
                "EM-3014",
                table + "." + column,
                "the given value is none of type " + type + ".",
                "Give a value of that type.");
    }

    static Problem nameStillTaken(String place, Identifier name, TableName table) {
        return new Problem(
                "EM-3015",
                place,
                "the name " + name + " belongs to table " + table + ", which this revision drops only at its end.",
                "Use another name, or drop " + table + " in a revision before this one.");
    }

    static Problem notExpressible(String places) {
        return new Problem(
                "EM-3016",
                places,
                "the change has no safe order of steps in one revision.",
                "Change the model in two steps with a revision after each.");
    }

    static InvalidRequestException malformed(String option, String text, String form) {
        return new InvalidRequestException(new Problem(
                "EM-3017", option + " " + text, "the option is not of the form " + form + ".", "Write it so."));
    }

    static Problem staleName(TableName table, Identifier owner, Identifier column, Optional<Identifier> renamed) {
        return new Problem(
                "EM-3018",
                table + "." + owner,
                "its SQL text names " + column + ", "
                        + renamed.map(name -> "which is " + name + " now.")
                                .orElse("which is no column of " + table + " any more."),
                "Name the column by the name that it has in the model now.");
    }

    static Problem unlimitedInKey(TableName table, Identifier key, Column column) {
        return new Problem(
                "EM-3019",
                table + "." + key,
                "it is built over " + column.name() + " of type " + column.type()
                        + ", but Derby and H2 compare no text and no bytes without a limit, and Derby none over 32672"
                        + " letters.",
                "Give the column a shorter length, or leave it out of " + key + ".");
    }

    static Problem sameIndex(TableName table, Index one, Index other) {
        Index first = one.compareTo(other) < 0 ? one : other;
        Index second = one == first ? other : one;
        return new Problem(
                "EM-3031",
                table + "." + second.name(),
                "it has the columns of the index " + first.name() + ", and Derby takes only one of them.",
                "Leave one of the two out.");
    }

    static MigrationException unreadable(String place, String what, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3020",
                        place,
                        "the file is no part of a revision: " + what + ".",
                        "Take it back to what was committed.")),
                cause);
    }

    static Problem edited(String folder) {
        return new Problem(
                "EM-3021",
                folder,
                "its changelog is not the one that the revision was written with.",
                "Take it back to what was committed; or, if it was edited on purpose and is applied nowhere, accept it with"
                        + " reseal.");
    }

    static Problem missingParent(String folder, String parent) {
        return new Problem(
                "EM-3022",
                folder,
                "the revision follows " + parent + ", which is not there.",
                "Bring the missing revision from version control.");
    }

    static Problem brokenChain(String folder) {
        return new Problem(
                "EM-3023",
                folder,
                "the revision was written for another schema than its parents lead to.",
                "Take its files and those of its parents back to what was committed.");
    }

    static Problem wrongResult(String folder) {
        return new Problem(
                "EM-3024",
                folder,
                "the table files are not the ones that the revision was written with.",
                "Take them back to what was committed.");
    }

    static Problem severalHeads(Collection<String> heads) {
        return new Problem(
                "EM-3025",
                "revisions",
                "there is more than one newest revision: " + String.join(", ", heads) + ".",
                "Join them with merge.");
    }

    static MigrationException unknownRevision(String text, Collection<String> known) {
        return new MigrationException(new Problem(
                "EM-3026",
                "revision " + text,
                known.isEmpty()
                        ? "there are no revisions yet."
                        : "there is no such revision; there are " + String.join(", ", known) + ".",
                "Name one by its number or the first letters of its id."));
    }

    static MigrationException ambiguousRevision(String text, Collection<String> matches) {
        return new MigrationException(new Problem(
                "EM-3027",
                "revision " + text,
                "several revisions match: " + String.join(", ", matches) + ".",
                "Give more letters of the id."));
    }

    static MigrationException notReadable(String directory, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3028",
                        directory,
                        "the revisions cannot be read.",
                        "Check that the directory is readable.")),
                cause);
    }

    static MigrationException notWritable(String directory, Throwable cause) {
        return new MigrationException(
                List.of(new Problem(
                        "EM-3029",
                        directory,
                        "the revision cannot be written; nothing was left behind.",
                        "Check that the directory is writable.")),
                cause);
    }

    static Problem twice(String id, Collection<String> folders) {
        return new Problem(
                "EM-3030",
                "revision " + id,
                "there are several folders of it: " + String.join(", ", folders) + ".",
                "Keep one of them.");
    }

    private static String names(Collection<Identifier> names) {
        return names.isEmpty() ? "none" : names.stream().map(Identifier::sql).collect(Collectors.joining(", "));
    }
}
