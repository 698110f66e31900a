package org.easymodel.example.data;

import java.time.Instant;
import java.util.List;

/** The opinion of one user about one product. */
record ReviewRow(String sku, String username, int rating, String title, String comment, Instant writtenAt)
        implements ShopRow {

    static final List<String> HEADER = List.of("sku", "username", "rating", "title", "comment", "written_at");

    @Override
    public List<String> fields() {
        return List.of(sku, username, Integer.toString(rating), title, comment, writtenAt.toString());
    }
}
