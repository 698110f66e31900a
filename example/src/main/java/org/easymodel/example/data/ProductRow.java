package org.easymodel.example.data;

import java.math.BigDecimal;
import java.util.List;

/** A product. */
record ProductRow(
        String sku, String name, String description, BigDecimal price, int stock, String categorySlug, boolean active)
        implements ShopRow {

    static final List<String> HEADER =
            List.of("sku", "name", "description", "price", "stock", "category_slug", "active");

    @Override
    public List<String> fields() {
        return List.of(
                sku,
                name,
                description,
                price.toPlainString(),
                Integer.toString(stock),
                categorySlug,
                Boolean.toString(active));
    }
}
