package org.easymodel.liquibase;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.changelog.ChangeSet;
import liquibase.precondition.core.PreconditionContainer;
import org.easymodel.migrate.Revision;

/** Formatted SQL can say what a guard tells people, but Liquibase 4 does not read it; so it is given here. */
final class GuardMessages {

    private static final Pattern GUARDED = Pattern.compile(
            "--changeset [^:\\n]+:(\\S+)[^\\n]*\\n(?:--comment[^\\n]*\\n)?--preconditions [^\\n]*onFailMessage:\"([^\"]*)\"");

    private GuardMessages() {}

    static List<ChangeSet> given(Revision revision, List<ChangeSet> changeSets) {
        if (revision.changelogFile().endsWith(".sql")) {
            Matcher guarded = GUARDED.matcher(revision.changelog().replace("\r\n", "\n"));
            while (guarded.find()) {
                String id = guarded.group(1);
                String message = guarded.group(2);
                changeSets.stream()
                        .filter(each -> each.getId().equals(id))
                        .map(ChangeSet::getPreconditions)
                        .filter(each -> each != null && each.getOnFailMessage() == null)
                        .forEach((PreconditionContainer each) -> each.setOnFailMessage(message));
            }
        }
        return changeSets;
    }
}
