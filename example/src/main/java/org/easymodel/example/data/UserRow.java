package org.easymodel.example.data;

import java.time.Instant;
import java.util.List;

/** A user of the shop. */
record UserRow(String username, String email, String fullName, String phone, String role, Instant registeredAt)
        implements ShopRow {

    static final List<String> HEADER = List.of("username", "email", "full_name", "phone", "role", "registered_at");

    @Override
    public List<String> fields() {
        return List.of(username, email, fullName, phone, role, registeredAt.toString());
    }
}
