package org.easymodel.example.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds the words for a review: the better the rating, the more praise and the less complaint. */
final class ReviewText {

    private final Dice dice;
    private final Section words = Outline.sections(ReviewOutline.TEXT).get(0);

    ReviewText(Dice dice) {
        this.dice = dice;
    }

    Phrases about(Article article) {
        return new Phrases(words, dice).with("noun", article.noun()).with("brand", article.brand());
    }

    String title(Phrases phrases, int rating) {
        return phrases.one(key("title", rating));
    }

    String comment(Phrases phrases, Article article, int rating) {
        List<String> sentences = new ArrayList<>();
        if (dice.percent(85)) {
            sentences.add(phrases.one(key("opening", rating)));
        }
        sentences.addAll(arguments(phrases, article.section(), rating));
        if (dice.percent(55)) {
            sentences.add(phrases.one(key("closing", rating)));
        }
        String paragraphs = dice.percent(8) ? "\n" : " ";
        return String.join(paragraphs, sentences);
    }

    private List<String> arguments(Phrases phrases, Section section, int rating) {
        return switch (rating) {
            case 1 -> statements(section, "cons", dice.between(1, 2));
            case 2 -> argued(phrases, section, "cons", "turnb", "pros", 35);
            case 3 -> argued(phrases, section, "pros", "turnc", "cons", 100);
            case 4 -> argued(phrases, section, "pros", "turnd", "cons", 45);
            default -> statements(section, "pros", dice.between(1, 2));
        };
    }

    private List<String> argued(
            Phrases phrases, Section section, String mainList, String turn, String counterList, int chance) {
        List<String> sentences = new ArrayList<>(statements(section, mainList, 1));
        if (dice.percent(chance)) {
            String counter = statements(section, counterList, 1).get(0);
            sentences.add(phrases.one(turn) + " " + uncapitalized(counter));
        }
        return sentences;
    }

    private List<String> statements(Section section, String list, int count) {
        return dice.shuffled(section.words(list)).stream()
                .limit(count)
                .map(statement -> statement + ".")
                .toList();
    }

    private static String uncapitalized(String sentence) {
        boolean aboutMe = sentence.startsWith("I ");
        return aboutMe ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The lists are named from a for one star to e for five stars. */
    private static String key(String list, int rating) {
        return list + (char) ('a' + rating - 1);
    }
}
