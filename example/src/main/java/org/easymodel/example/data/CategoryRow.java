package org.easymodel.example.data;

import java.util.List;

/** A category of products; the parent is an empty text at the top of the tree. */
record CategoryRow(String slug, String name, String parentSlug) implements ShopRow {

    static final List<String> HEADER = List.of("slug", "name", "parent_slug");

    @Override
    public List<String> fields() {
        return List.of(slug, name, parentSlug);
    }
}
