package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Identifier;

/** The losses that a person accepts, each as rule and target. Immutable. */
record Acceptance(Set<String> entries) {

    static Acceptance parse(List<String> options) {
        Set<String> entries = new LinkedHashSet<>();
        for (String option : options) {
            try {
                int colon = option.indexOf(':');
                DangerRule rule = DangerRule.valueOf(option.substring(0, Math.max(colon, 0)));
                entries.add(entry(
                        rule,
                        SqlName.parts(option.substring(colon + 1)).stream()
                                .map(Identifier::sql)
                                .collect(Collectors.joining("."))));
            } catch (IllegalArgumentException e) {
                throw Problems.malformed("accept", option, "RULE:TARGET");
            }
        }
        return new Acceptance(entries);
    }

    boolean accepts(DangerRule rule, String target) {
        return entries.contains(entry(rule, target));
    }

    /** Losses that nobody accepted, unless another problem names the place already, and entries that fit nothing. */
    List<Problem> problems(List<RatedChange> changes, List<Problem> known) {
        Set<String> named = known.stream().map(Problem::place).collect(Collectors.toSet());
        Set<String> used = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (RatedChange rated : changes) {
            String target = rated.change().target();
            rated.rules().forEach(rule -> used.add(entry(rule, target)));
            rated.rules().stream()
                    .filter(rule -> rule.danger(rated.change()) == Danger.DATA_LOSS && rule != DangerRule.EM117)
                    .filter(rule -> !accepts(rule, target) && !named.contains(target))
                    .forEach(rule -> problems.add(Problems.lossNotAccepted(rated, rule, target)));
        }
        entries.stream()
                .filter(entry -> !used.contains(entry))
                .forEach(entry -> problems.add(Problems.acceptFindsNothing(entry)));
        return problems;
    }

    private static String entry(DangerRule rule, String target) {
        return rule + ":" + target;
    }
}
