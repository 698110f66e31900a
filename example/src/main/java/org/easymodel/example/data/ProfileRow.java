package org.easymodel.example.data;

import java.time.LocalDate;
import java.util.List;

/** What a user tells about himself or herself. */
record ProfileRow(String username, String city, LocalDate birthDate, String bio) implements ShopRow {

    static final List<String> HEADER = List.of("username", "city", "birth_date", "bio");

    @Override
    public List<String> fields() {
        return List.of(username, city, birthDate.toString(), bio);
    }
}
