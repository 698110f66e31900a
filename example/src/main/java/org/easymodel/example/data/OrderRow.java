package org.easymodel.example.data;

import java.time.Instant;
import java.util.List;

/** An order of one user. */
record OrderRow(String number, String username, String status, Instant placedAt) implements ShopRow {

    static final List<String> HEADER = List.of("number", "username", "status", "placed_at");

    @Override
    public List<String> fields() {
        return List.of(number, username, status, placedAt.toString());
    }
}
