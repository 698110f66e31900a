package org.easymodel.contract.inference;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Order;
import org.easymodel.example.shop.OrderItem;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.ProductTag;
import org.easymodel.example.shop.Profile;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.Tag;
import org.easymodel.example.shop.User;

/**
 * A small shop: a root category with ten leaves, a hundred products (ten in each leaf), two tags (on every, and on every
 * second product), ten users, each with an order of ten items and ten reviews; every second user has a profile.
 */
final class ShopRows {

    static final int LEAVES = 10;
    static final int PRODUCTS = 100;
    static final int USERS = 10;

    private ShopRows() {}

    static void insert(EntityManager em) {
        Category root = category(em, "root", null);
        List<Category> leaves = new ArrayList<>();
        for (int i = 0; i < LEAVES; i++) {
            leaves.add(category(em, "leaf-" + i, root.getId()));
        }
        Tag all = tag(em, "all");
        Tag even = tag(em, "even");
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < PRODUCTS; i++) {
            Product product = product(em, i, leaves.get(i % LEAVES));
            products.add(product);
            link(em, product, all);
            if (i % 2 == 0) {
                link(em, product, even);
            }
        }
        for (int i = 0; i < USERS; i++) {
            user(em, i, products.subList(i * 10, i * 10 + 10));
        }
    }

    private static Category category(EntityManager em, String slug, Long parentId) {
        Category category = new Category();
        category.setSlug(slug);
        category.setName(slug);
        category.setParentId(parentId);
        em.persist(category);
        return category;
    }

    private static Tag tag(EntityManager em, String name) {
        Tag tag = new Tag();
        tag.setName(name);
        em.persist(tag);
        return tag;
    }

    private static Product product(EntityManager em, int number, Category category) {
        Product product = new Product();
        product.setSku("sku-" + number);
        product.setName("product " + number);
        product.setCategoryId(category.getId());
        em.persist(product);
        return product;
    }

    private static void link(EntityManager em, Product product, Tag tag) {
        ProductTag link = new ProductTag();
        link.setProductId(product.getId());
        link.setTagId(tag.getId());
        em.persist(link);
    }

    private static void user(EntityManager em, int number, List<Product> products) {
        User user = new User();
        user.setUsername("user-" + number);
        user.setEmail("user-" + number + "@example.org");
        user.setFullName("User " + number);
        em.persist(user);
        if (number % 2 == 0) {
            Profile profile = new Profile();
            profile.setUserId(user.getId());
            profile.setCity("Berlin");
            em.persist(profile);
        }
        Order order = new Order();
        order.setNumber("order-" + number);
        order.setUserId(user.getId());
        em.persist(order);
        for (Product product : products) {
            OrderItem item = new OrderItem();
            item.setOrderId(order.getId());
            item.setProductId(product.getId());
            em.persist(item);
            Review review = new Review();
            review.setProduct(product);
            review.setUserId(user.getId());
            review.setTitle("fine");
            em.persist(review);
        }
    }
}
