package org.easymodel.example.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Invents the products of the shop. */
final class ArticleMaker {

    private static final int COUNT = 2_000;
    private static final List<Integer> PRICE_ENDINGS = List.of(99, 99, 99, 95, 90, 50, 49, 0);

    private final Dice dice = new Dice("products");
    private final Weighted<Integer> qualities = Weighted.numbers(0, 15, 45, 40);
    private final Set<String> namesInUse = new HashSet<>();

    List<Article> articles(List<Section> leaves) {
        Weighted<Section> sections = new Weighted<>(leaves, leaf -> leaf.number("share"));
        List<Integer> ranks =
                dice.shuffled(IntStream.rangeClosed(1, COUNT).boxed().toList());
        List<Article> articles = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            articles.add(article(number, sections.pick(dice), 1_000_000 / (ranks.get(number - 1) + 25)));
        }
        return List.copyOf(articles);
    }

    private Article article(int number, Section section, int popularity) {
        Phrases phrases = new Phrases(section, dice);
        String name = phrases.one("name");
        while (!namesInUse.add(name)) {
            phrases = new Phrases(section, dice);
            name = phrases.one("name");
        }
        String noun = phrases.filled(section.has("noun") ? "{noun}" : "{~kind}");
        int cents = cents(section);
        boolean active = dice.percent(95);
        ProductRow row = new ProductRow(
                String.format(
                        Locale.ROOT, "%s-%04d", section.root().words("code").get(0), number),
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                description(phrases),
                BigDecimal.valueOf(cents, 2),
                stock(cents, active),
                category(section),
                active);
        return new Article(row, section, noun, phrases.filled("{brand}"), cents, popularity, qualities.pick(dice));
    }

    private String description(Phrases phrases) {
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.one("lead"));
        sentences.addAll(phrases.several("feature", dice.between(1, 2)));
        if (dice.percent(40)) {
            sentences.add(phrases.one("closing"));
        }
        return String.join(" ", sentences);
    }

    /** Cheap products are more frequent than expensive ones. */
    private int cents(Section section) {
        String[] range = section.words("price").get(0).split("-");
        int low = Integer.parseInt(range[0]);
        int high = Integer.parseInt(range[1]);
        int chance = dice.below(1_000) * dice.below(1_000) / 1_000;
        int whole = low + (high - low) * chance / 1_000;
        return whole * 100 + dice.pick(PRICE_ENDINGS);
    }

    private int stock(int cents, boolean active) {
        if (dice.percent(active ? 6 : 80)) {
            return 0;
        }
        int most = cents < 3_000 ? 400 : cents < 20_000 ? 120 : 35;
        return 1 + dice.below(most) * dice.between(10, 100) / 100;
    }

    /** A few products do not fit into any leaf of the tree. */
    private String category(Section section) {
        return Assortment.slug(dice.percent(4) ? section.parent().orElseThrow() : section);
    }
}
