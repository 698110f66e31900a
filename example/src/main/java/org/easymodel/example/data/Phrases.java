package org.easymodel.example.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills phrases such as {@code "{brand} {kind}"} with words of a section. A word that was chosen once is kept, so that
 * all phrases of one thing agree with each other. {@code {~kind}} stands for the word in lower case.
 */
final class Phrases {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(~?)([a-z]+)}");

    private final Section section;
    private final Dice dice;
    private final Map<String, String> chosen = new HashMap<>();

    Phrases(Section section, Dice dice) {
        this.section = section;
        this.dice = dice;
    }

    Phrases with(String key, String word) {
        chosen.put(key, word);
        return this;
    }

    /** Picks one phrase of the list and fills it. */
    String one(String key) {
        return filled(dice.pick(section.words(key)));
    }

    /** Picks different phrases of the list and fills them. */
    List<String> several(String key, int count) {
        return dice.shuffled(section.words(key)).stream()
                .limit(count)
                .map(this::filled)
                .toList();
    }

    String filled(String phrase) {
        return PLACEHOLDER.matcher(phrase).replaceAll(match -> Matcher.quoteReplacement(word(match)));
    }

    private String word(MatchResult placeholder) {
        String key = placeholder.group(2);
        String known = chosen.get(key);
        if (known == null) {
            known = filled(dice.pick(section.words(key)));
            chosen.put(key, known);
        }
        return placeholder.group(1).isEmpty() ? known : known.toLowerCase(Locale.ROOT);
    }
}
