package org.easymodel.liquibase;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import liquibase.ChecksumVersion;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.precondition.core.PreconditionContainer;
import liquibase.serializer.LiquibaseSerializable;
import org.jspecify.annotations.Nullable;

/**
 * All that a change set means, as one text: two change sets that were written in different languages mean the same
 * exactly if their texts are equal.
 */
final class ChangeSetPrint {

    private ChangeSetPrint() {}

    static String of(ChangeSet changeSet) {
        return changeSet.toString(false) + (changeSet.isRunInTransaction() ? "" : " in no transaction") + " is "
                + sums(changeSet.getChanges()) + " back "
                + sums(changeSet.getRollback().getChanges()) + " if " + text(changeSet.getPreconditions()) + " sum "
                + changeSet.generateCheckSum(ChecksumVersion.latest());
    }

    private static List<String> sums(Collection<Change> changes) {
        return changes.stream()
                .map(each -> each.getSerializedObjectName() + " " + each.generateCheckSum())
                .toList();
    }

    private static String text(@Nullable Precondition condition) {
        if (condition == null) {
            return "nothing";
        }
        StringBuilder out = new StringBuilder(condition.getName());
        if (condition instanceof PreconditionContainer container) {
            out.append(' ').append(container.getOnFail()).append(' ').append(container.getOnFailMessage());
        }
        if (condition instanceof PreconditionLogic logic) {
            out.append(logic.getNestedPreconditions().stream()
                    .map(ChangeSetPrint::text)
                    .toList());
        } else {
            LiquibaseSerializable fields = condition;
            new TreeSet<>(fields.getSerializableFields()).forEach(field -> out.append(' ')
                    .append(field)
                    .append('=')
                    .append(String.valueOf(fields.getSerializableFieldValue(field))
                            .strip()));
        }
        return out.toString();
    }
}
