package org.easymodel.migrate;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;

/** What is refused of revisions that were written on several branches, and of their files. */
final class MergeProblems {

    private MergeProblems() {}

    static Problem clash(String place, Collection<String> ours, Collection<String> theirs) {
        return new Problem(
                "EM-3120",
                place,
                "it is changed by " + String.join(", ", ours) + " and by " + String.join(", ", theirs) + ".",
                "Remove the one that is applied nowhere, and write its change again after the other.");
    }

    static Problem notValid(String place, String fact, Collection<String> ours, Collection<String> theirs) {
        return new Problem(
                "EM-3121",
                place,
                fact + ", after what " + String.join(", ", ours) + " and " + String.join(", ", theirs)
                        + " do together.",
                "Remove the one that is applied nowhere, and write its change again after the other.");
    }

    static MigrationException refused(List<Problem> problems) {
        return new MigrationException(problems, null);
    }

    static InvalidRequestException unknownFormat(String name) {
        return new InvalidRequestException(new Problem(
                "EM-3122",
                "changelog format " + name,
                "there is no such format.",
                "Name one of "
                        + Arrays.stream(ChangelogFormat.values())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    static Problem severalChangelogs(String folder, Collection<String> files) {
        return new Problem(
                "EM-3123",
                folder,
                "there is more than one changelog: " + String.join(", ", files) + ".",
                "Keep the one that was committed.");
    }

    static MigrationException noChangelog(String folder) {
        return new MigrationException(
                new Problem("EM-3124", folder, "there is no changelog.", "Bring its file back from version control."));
    }

    static MigrationException alreadyThere(String folder) {
        return new MigrationException(new Problem(
                "EM-3125",
                folder,
                "the same revision is there already.",
                "Use it, or say in another message what this one is for."));
    }
}
