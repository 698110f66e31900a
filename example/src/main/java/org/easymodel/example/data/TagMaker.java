package org.easymodel.example.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Invents the tags and ties them to products of fitting departments. */
final class TagMaker {

    private final Dice dice = new Dice("tags");
    private final List<Section> tags = Outline.sections(TagOutline.TEXT);
    private final Weighted<Integer> tagsPerProduct = Weighted.numbers(0, 8, 25, 28, 22, 11, 6);

    List<TagRow> tags() {
        return tags.stream().map(tag -> new TagRow(tag.name())).toList();
    }

    List<ProductTagRow> productTags(List<Article> articles) {
        Map<String, Weighted<Section>> fittingTags = new LinkedHashMap<>();
        List<ProductTagRow> rows = new ArrayList<>();
        for (Article article : articles) {
            String department = article.section().root().words("code").get(0);
            Weighted<Section> fitting = fittingTags.computeIfAbsent(department, this::fitting);
            Set<String> chosen = new LinkedHashSet<>();
            int count = tagsPerProduct.pick(dice);
            while (chosen.size() < count) {
                chosen.add(fitting.pick(dice).name());
            }
            chosen.forEach(tag -> rows.add(new ProductTagRow(article.sku(), tag)));
        }
        return List.copyOf(rows);
    }

    private Weighted<Section> fitting(String department) {
        return new Weighted<>(
                tags.stream()
                        .filter(tag -> !tag.has("departments")
                                || tag.words("departments").contains(department))
                        .toList(),
                tag -> tag.number("share"));
    }
}
