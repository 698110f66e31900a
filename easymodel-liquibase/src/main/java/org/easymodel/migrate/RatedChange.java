package org.easymodel.migrate;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change with its danger, and why. Immutable.
 *
 * @param change the change
 * @param rules the rules that apply, in order of their numbers; none for a change that nothing speaks against
 * @param flags what else to know, in a fixed order
 */
public record RatedChange(Change change, List<DangerRule> rules, List<ChangeFlag> flags) {

    public RatedChange {
        rules = rules.stream().sorted().toList();
        flags = flags.stream().distinct().sorted().toList();
    }

    /** Whether PostgreSQL does it while others read and write. */
    public boolean isOnline() {
        return flags.contains(ChangeFlag.ONLINE);
    }

    /** The highest danger of the rules; {@link Danger#SAFE} if there is none. */
    public Danger danger() {
        return rules.stream()
                .map(rule -> rule.danger(change))
                .max(Comparator.naturalOrder())
                .orElse(Danger.SAFE);
    }

    /** Rules, sentences and flags as a person reads them; empty if there are none. */
    public String note() {
        return Stream.concat(
                        rules.stream().map(rule -> rule + " " + rule.sentence(change)),
                        flags.stream().map(ChangeFlag::text))
                .collect(Collectors.joining("; "));
    }

    /** A table of changes with their danger: one line each, columns aligned, no line end at the end. */
    public static String table(Collection<RatedChange> changes) {
        int operation = widest(changes.stream().map(each -> each.change().text()));
        int danger = widest(changes.stream().map(each -> each.danger().text()));
        return changes.stream()
                .map(each -> (pad(each.danger().text(), danger) + "  "
                                + pad(each.change().text(), operation) + "  " + each.note())
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static int widest(Stream<String> texts) {
        return texts.mapToInt(String::length).max().orElse(0);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
