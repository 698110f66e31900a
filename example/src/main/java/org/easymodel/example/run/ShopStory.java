package org.easymodel.example.run;

import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepository;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.Tag;
import org.easymodel.example.shop.User;
import org.easymodel.failure.EasyModelException;

/** What an application does with the repositories, told step by step. */
@ApplicationScoped
class ShopStory {

    @Inject
    private EasyRepository<User> users;

    @Inject
    private EasyRepository<Order> orders;

    @Inject
    private EasyRepository<Product> products;

    @Inject
    private EasyRepository<Review> reviews;

    @Inject
    private BlockingRepository<Tag> tags;

    @Inject
    private BlockingRepository<OrderItem> items;

    void tell(Terminal terminal) {
        insertGraph(terminal);
        failToInsert(terminal);
        query(terminal);
        changeStock(terminal);
        statistics(terminal);
    }

    /** Whether the data are loaded already. */
    boolean isLoaded() {
        return await(users.select().exists());
    }

    /** A few users, after the model has changed. */
    void showUsers(Terminal terminal) {
        terminal.heading("The rows are where they were");
        for (User user : await(users.select().orderBy("username").limit(3).list())) {
            terminal.line(
                    "%-20s phone %-20s loyalty points %s",
                    user.getUsername(), user.getPhone(), user.getLoyaltyPoints());
        }
    }

    private void insertGraph(Terminal terminal) {
        terminal.heading("A nested insert: one order, its items, a product of each, a new tag; one transaction");
        User buyer = await(users.select(Map.of("role", User.Role.ADMIN))
                        .orderBy("username")
                        .first())
                .orElseThrow();
        List<Product> bought = await(products.select(attribute("stock").greaterThan(10))
                .orderBy("-price")
                .limit(2)
                .list());
        Order order = await(orders.insertMap(Map.of(
                "number", "SO-STORY",
                "user", Map.of("username", buyer.getUsername()),
                "placedAt", Instant.parse("2025-07-01T10:00:00Z"),
                "items",
                        List.of(
                                item(bought.get(0), 1, Map.of("name", "staff pick")),
                                item(bought.get(1), 2, Map.of("name", "staff pick"))))));
        terminal.line(
                "order %s of %s, id %d",
                order.getNumber(),
                order.related("user", User.class).orElseThrow().getFullName(),
                order.getId());
        for (OrderItem item : order.relatedList("items", OrderItem.class)) {
            Product product = item.related("product", Product.class).orElseThrow();
            terminal.line(
                    "  %d x %-60s %10s   tags %s",
                    item.getQuantity(),
                    product.getName(),
                    item.getUnitPrice(),
                    product.getTags().stream().map(Tag::getName).sorted().toList());
        }
    }

    private static Map<String, Object> item(Product product, int quantity, Map<String, Object> tag) {
        return Map.of(
                "product", Map.of("sku", product.getSku(), "tags", List.of(tag)),
                "quantity", quantity,
                "unitPrice", product.getPrice());
    }

    private void failToInsert(Terminal terminal) {
        terminal.heading("A nested insert that fails leaves nothing behind");
        long before = await(orders.select().count())
                + items.select().count()
                + tags.select().count();
        try {
            await(orders.insertMap(Map.of(
                    "number",
                    "SO-STORY",
                    "user",
                    Map.of("username", "nobody-knows", "email", "nobody@example.org", "fullName", "No Body"),
                    "placedAt",
                    Instant.EPOCH,
                    "items",
                    List.of())));
            throw new IllegalStateException("The order number was taken, and yet the order was inserted");
        } catch (EasyModelException e) {
            terminal.line(e.getMessage());
        }
        long after = await(orders.select().count())
                + items.select().count()
                + tags.select().count();
        boolean userThere =
                await(users.select(Map.of("username", "nobody-knows")).exists());
        terminal.line("rows before %,d, after %,d; the new user is there: %s", before, after, userThere);
        if (before != after || userThere) {
            throw new IllegalStateException("A failed insert left rows behind");
        }
    }

    private void query(Terminal terminal) {
        terminal.heading("Criteria and ordering across relationships");
        List<Review> best = await(reviews.select(Map.of(
                        "rating",
                        5,
                        "product",
                        Map.of("category", Map.of("parent", Map.of("parent", Map.of("slug", "electronics"))))))
                .orderBy("product.name", "-user.username")
                .include("product.category", "user")
                .limit(3)
                .list());
        for (Review review : best) {
            terminal.line(
                    "%-48s %-14s %s",
                    cut(review.getProduct().getName(), 48),
                    review.getProduct().getCategory().getName(),
                    review.related("user", User.class).orElseThrow().getUsername());
        }
        long buyers = await(users.select(Map.of("email", "*@example.org", "orders", Map.of("status", "paid")))
                .count());
        terminal.line("users at example.org with a paid order: %,d", buyers);
    }

    private void changeStock(Terminal terminal) {
        terminal.heading("An update by expression: one statement");
        long changed = await(
                products.updateWhere(Map.of("category", Map.of("name", "Laptops")), Map.of("stock", increment(10))));
        terminal.line("stock raised by 10 for %,d laptops", changed);
    }

    private void statistics(Terminal terminal) {
        terminal.heading("Category statistics: one statement");
        List<CategoryStatistics> rows = await(products.select()
                .groupBy("category.name")
                .count("products")
                .sum(attribute("price").times(attribute("stock")), "worth")
                .avg("price", "average")
                .orderBy("-worth")
                .limit(5)
                .as(CategoryStatistics.class)
                .list());
        for (CategoryStatistics row : rows) {
            terminal.line(
                    "%-20s %,5d products   stock worth %,15.2f   average price %,9.2f",
                    row.categoryName(), row.products(), row.worth(), BigDecimal.valueOf(row.average()));
        }
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 3) + "...";
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof EasyModelException failure) {
                throw failure;
            }
            throw e;
        }
    }
}
