package org.easymodel.example.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepository;
import org.easymodel.example.data.CsvFile;
import org.easymodel.example.data.CsvRow;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.ProductTag;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.Tag;
import org.easymodel.example.shop.User;

/** Loads the CSV files of the shop through the repositories: every row is one asynchronous insert, some at a time. */
@ApplicationScoped
class ShopLoader {

    private final Map<String, Long> users = new HashMap<>();
    private final Map<String, Long> categories = new HashMap<>();
    private final Map<String, Long> products = new HashMap<>();
    private final Map<String, Long> tags = new HashMap<>();

    @Inject
    private EasyRepository<User> userRepository;

    @Inject
    private EasyRepository<Profile> profileRepository;

    @Inject
    private EasyRepository<Category> categoryRepository;

    @Inject
    private EasyRepository<Product> productRepository;

    @Inject
    private EasyRepository<Tag> tagRepository;

    @Inject
    private EasyRepository<ProductTag> productTagRepository;

    @Inject
    private EasyRepository<Order> orderRepository;

    @Inject
    private EasyRepository<Review> reviewRepository;

    void load(Terminal terminal) {
        Pipeline pipeline = new Pipeline(terminal);
        pipeline.run(
                "users",
                rows("users"),
                row -> userRepository.insertMap(user(row)),
                (row, user) -> users.put(row.text("username"), user.getId()));
        pipeline.run("profiles", rows("profiles"), row -> profileRepository.insertMap(profile(row)));
        loadCategories(pipeline);
        pipeline.run(
                "products",
                rows("products"),
                row -> productRepository.insertMap(product(row)),
                (row, product) -> products.put(row.text("sku"), product.getId()));
        pipeline.run(
                "tags",
                rows("tags"),
                row -> tagRepository.insertMap(Map.of("name", row.text("name"))),
                (row, tag) -> tags.put(row.text("name"), tag.getId()));
        pipeline.run("product tags", rows("product_tags"), row -> productTagRepository.insertMap(productTag(row)));
        loadOrders(pipeline);
        pipeline.run("reviews", rows("reviews"), row -> reviewRepository.insertMap(review(row)));
    }

    /** Parents stand before their children in the file; one level is loaded after the other. */
    private void loadCategories(Pipeline pipeline) {
        List<CsvRow> open = new ArrayList<>(rows("categories"));
        int depth = 1;
        while (!open.isEmpty()) {
            List<CsvRow> level = open.stream()
                    .filter(row -> row.optional("parent_slug")
                            .map(categories::containsKey)
                            .orElse(true))
                    .toList();
            pipeline.run(
                    "categories " + depth++,
                    level,
                    row -> categoryRepository.insertMap(category(row)),
                    (row, category) -> categories.put(row.text("slug"), category.getId()));
            open.removeAll(level);
        }
    }

    private void loadOrders(Pipeline pipeline) {
        Map<String, List<Map<String, Object>>> items = rows("order_items").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("order_number"), Collectors.mapping(this::orderItem, Collectors.toList())));
        pipeline.run("orders", rows("orders"), row -> orderRepository.insertMap(order(row, items)));
    }

    private static List<CsvRow> rows(String name) {
        return CsvFile.resource("shop-data/" + name + ".csv").rows().toList();
    }

    private static Map<String, Object> user(CsvRow row) {
        return EasyMap.of(
                "username", row.text("username"),
                "email", row.text("email"),
                "fullName", row.text("full_name"),
                "phone", row.optional("phone").orElse(null),
                "role", row.text("role").toUpperCase(java.util.Locale.ROOT),
                "registeredAt", row.instant("registered_at"));
    }

    private Map<String, Object> profile(CsvRow row) {
        return Map.of(
                "userId", users.get(row.text("username")),
                "city", row.text("city"),
                "birthDate", row.date("birth_date"),
                "bio", row.text("bio"));
    }

    private Map<String, Object> category(CsvRow row) {
        return EasyMap.of(
                "slug", row.text("slug"),
                "name", row.text("name"),
                "parentId", row.optional("parent_slug").map(categories::get).orElse(null));
    }

    private Map<String, Object> product(CsvRow row) {
        return Map.of(
                "sku", row.text("sku"),
                "name", row.text("name"),
                "description", row.text("description"),
                "price", row.decimal("price"),
                "stock", row.whole("stock"),
                "active", row.flag("active"),
                "categoryId", categories.get(row.text("category_slug")));
    }

    private Map<String, Object> productTag(CsvRow row) {
        return Map.of("productId", products.get(row.text("sku")), "tagId", tags.get(row.text("tag")));
    }

    private Map<String, Object> order(CsvRow row, Map<String, List<Map<String, Object>>> items) {
        return Map.of(
                "number", row.text("number"),
                "userId", users.get(row.text("username")),
                "status", row.text("status"),
                "placedAt", row.instant("placed_at"),
                "items", items.getOrDefault(row.text("number"), List.of()));
    }

    private Map<String, Object> orderItem(CsvRow row) {
        return Map.of(
                "productId", products.get(row.text("sku")),
                "quantity", row.whole("quantity"),
                "unitPrice", row.decimal("unit_price"));
    }

    private Map<String, Object> review(CsvRow row) {
        return Map.of(
                "product", Map.of("id", products.get(row.text("sku"))),
                "userId", users.get(row.text("username")),
                "rating", row.whole("rating"),
                "title", row.text("title"),
                "comment", row.text("comment"),
                "writtenAt", row.instant("written_at"));
    }
}
