package org.easymodel.example.data;

import java.util.List;

/** A tag that products can bear. */
record TagRow(String name) implements ShopRow {

    static final List<String> HEADER = List.of("name");

    @Override
    public List<String> fields() {
        return List.of(name);
    }
}
