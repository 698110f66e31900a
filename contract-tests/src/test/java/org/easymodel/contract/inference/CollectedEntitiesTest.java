package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is kept beside entities of plain classes does not keep them. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class CollectedEntitiesTest {

    @Parameter
    private Database database;

    private Stage shop;
    private EasyRepositories easy;
    private BlockingRepository<Product> products;
    private BlockingRepository<Order> orders;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
        easy = EasyRepositories.on(shop.factory);
        products = easy.blocking(Product.class);
        orders = easy.blocking(Order.class);
        products.insertMap(Map.of("sku", "kept-1", "name", "Kept", "category", Map.of("slug", "kept", "name", "Kept")));
        order("kept-1");
    }

    @AfterEach
    void close() {
        orders.deleteWhere(Map.of("number", "kept-*"));
        products.deleteWhere(Map.of("sku", "kept-*"));
        easy.blocking(Category.class).deleteWhere(Map.of("slug", "kept"));
        easy.blocking(User.class).deleteWhere(Map.of("username", "kept"));
        easy.close();
    }

    private Order order(String number) {
        return orders.insertMap(Map.of(
                "number",
                number,
                "user",
                Map.of("username", "kept", "email", "kept@example.org"),
                "placedAt",
                Instant.EPOCH,
                "items",
                List.of(Map.of("product", Map.of("sku", "kept-1"), "quantity", 1))));
    }

    @Test
    void written_isCollected() {
        assertCollected(() -> order("kept-2")
                .relatedList("items", OrderItem.class)
                .get(0)
                .related("product", Product.class)
                .orElseThrow());
    }

    @Test
    void read_isCollected() {
        assertCollected(() -> products.select(Map.of("sku", "kept-1"))
                .include("category", "tags")
                .first()
                .orElseThrow());
    }

    @Test
    void read_fromBothSides_isCollected() {
        assertCollected(() -> products.select(Map.of("sku", "kept-1"))
                .include("category.products")
                .first()
                .orElseThrow());
    }

    @Test
    void read_byTheApplicationItself_isCollected() {
        assertCollected(() -> shop.read(em -> {
            Product product = em.createQuery("select p from Product p where p.sku = 'kept-1'", Product.class)
                    .getSingleResult();
            em.createQuery("select i.order.number from OrderItem i where i.product.category.slug = 'kept'")
                    .getResultList();
            return product;
        }));
    }

    private static void assertCollected(Supplier<Object> entity) {
        WeakReference<Object> given = new WeakReference<>(entity.get());

        ManagementFactory.getMemoryMXBean().gc();
        ManagementFactory.getMemoryMXBean().gc();

        assertThat(given.refersTo(null)).isTrue();
    }
}
