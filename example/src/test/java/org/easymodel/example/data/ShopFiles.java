package org.easymodel.example.data;

import java.util.List;

/** The generated files, for tests. */
final class ShopFiles {

    static final List<String> NAMES = List.of(
            "users.csv",
            "profiles.csv",
            "categories.csv",
            "products.csv",
            "tags.csv",
            "product_tags.csv",
            "orders.csv",
            "order_items.csv",
            "reviews.csv");

    private ShopFiles() {}

    static CsvFile file(String name) {
        return CsvFile.resource("shop-data/" + name);
    }

    static List<CsvRow> rows(String name) {
        return file(name).rows().toList();
    }

    static List<String> texts(String name, String column) {
        return file(name).rows().map(row -> row.text(column)).toList();
    }

    /** The texts of two columns that together identify a row. */
    static List<String> pairs(String name, String first, String second) {
        return file(name)
                .rows()
                .map(row -> row.text(first) + " / " + row.text(second))
                .toList();
    }
}
