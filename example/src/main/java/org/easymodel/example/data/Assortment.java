package org.easymodel.example.data;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tree of categories, with the words for their products. */
final class Assortment {

    private final List<Section> sections = Stream.of(
                    ElectronicsOutline.TEXT,
                    HomeOutline.TEXT,
                    FashionOutline.TEXT,
                    SportsOutline.TEXT,
                    BooksOutline.TEXT,
                    GardenOutline.TEXT)
            .flatMap(text -> Outline.sections(text).stream())
            .toList();

    List<CategoryRow> categories() {
        return sections.stream()
                .map(section -> new CategoryRow(
                        slug(section),
                        section.name(),
                        section.parent().map(Assortment::slug).orElse("")))
                .toList();
    }

    /** Returns the sections at the third level, which describe the products. */
    List<Section> leaves() {
        return sections.stream().filter(section -> section.depth() == 3).toList();
    }

    static String slug(Section section) {
        return section.name()
                .toLowerCase(Locale.ROOT)
                .replace("&", "and")
                .replace("'", "")
                .replace(' ', '-');
    }
}
