package org.easymodel.migrate;

import java.util.List;

/**
 * One change as a revision file records it. Immutable.
 *
 * @param operation the word for the change, such as {@code AddColumn}
 * @param target what it works on, by the name it has at that moment
 * @param from the old type, for a change of type; otherwise empty
 * @param to the new name, for a rename; the new type, for a change of type; otherwise empty
 * @param danger how dangerous it was rated
 * @param rules the rules that applied
 * @param flags the flags
 */
public record RevisionStep(
        String operation,
        String target,
        String from,
        String to,
        String danger,
        List<String> rules,
        List<String> flags) {

    public RevisionStep {
        rules = List.copyOf(rules);
        flags = List.copyOf(flags);
    }

    static RevisionStep of(RatedChange rated) {
        return new RevisionStep(
                rated.change().operation(),
                rated.change().target(),
                rated.change() instanceof Change.ModifyType modify
                        ? modify.before().type().toString()
                        : "",
                newName(rated.change()),
                rated.danger().text(),
                rated.rules().stream().map(DangerRule::name).toList(),
                rated.flags().stream().map(ChangeFlag::text).toList());
    }

    private static String newName(Change change) {
        if (change instanceof Change.RenameTable rename) {
            return rename.renamed().sql();
        } else if (change instanceof Change.ModifyType modify) {
            return modify.after().type().toString();
        }
        return change instanceof Change.RenameColumn rename ? rename.table() + "." + rename.to() : "";
    }
}
