package org.easymodel.example.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.User;

/** Fills the shelves when the application starts: the tables are there by then. */
@ApplicationScoped
class Opening {

    @Inject
    private BlockingRepository<User> users;

    @Inject
    private BlockingRepository<Product> products;

    void fill(@Observes Startup event) {
        if (products.exists()) {
            return;
        }
        users.insertMap(Map.of(
                "username", "jane",
                "email", "jane@example.org",
                "fullName", "Jane Doe",
                "registeredAt", Instant.EPOCH));
        put("tent-2", "Tent for two", "149.00", "outdoor", "Outdoor", "camping");
        put("tent-4", "Tent for four", "249.00", "outdoor", "Outdoor", "camping", "family");
        put("stove-1", "Gas stove", "39.50", "outdoor", "Outdoor", "camping", "cooking");
        put("pan-24", "Iron pan", "29.90", "kitchen", "Kitchen", "cooking");
        put("kettle-1", "Kettle", "24.90", "kitchen", "Kitchen");
    }

    private void put(String sku, String name, String price, String slug, String category, String... tags) {
        products.insertMap(Map.of(
                "sku",
                sku,
                "name",
                name,
                "price",
                new BigDecimal(price),
                "stock",
                100,
                "active",
                true,
                "category",
                Map.of("slug", slug, "name", category),
                "tags",
                List.of(tags).stream().map(tag -> Map.of("name", tag)).toList()));
    }
}
