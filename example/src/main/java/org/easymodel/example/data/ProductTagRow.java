package org.easymodel.example.data;

import java.util.List;

/** A tag of one product. */
record ProductTagRow(String sku, String tag) implements ShopRow {

    static final List<String> HEADER = List.of("sku", "tag");

    @Override
    public List<String> fields() {
        return List.of(sku, tag);
    }
}
