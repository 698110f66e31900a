package org.easymodel.example.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The articles, of which some are bought far more often than others. */
final class Shelf {

    private final Weighted<Article> all;
    private final Map<Section, Weighted<Article>> bySection = new LinkedHashMap<>();

    Shelf(List<Article> articles) {
        this.all = new Weighted<>(articles, Article::popularity);
        Map<Section, List<Article>> groups = articles.stream()
                .collect(Collectors.groupingBy(Article::section, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((section, group) -> bySection.put(section, new Weighted<>(group, Article::popularity)));
    }

    Article any(Dice dice) {
        return all.pick(dice);
    }

    Article similar(Article article, Dice dice) {
        return bySection.get(article.section()).pick(dice);
    }
}
