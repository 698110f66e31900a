package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.easymodel.example.shop.*;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.spi.PersistenceSupport;
import org.easymodel.spi.PersistentUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShopInferenceTest {

    private static EntityManagerFactory factory;
    private static PersistentUnit unit;

    @BeforeAll
    static void open() {
        factory = Persistence.createEntityManagerFactory(
                "shop",
                Map.of(
                        "jakarta.persistence.jdbc.url", "jdbc:h2:mem:inference;DB_CLOSE_DELAY=-1",
                        "eclipselink.ddl-generation", "create-tables"));
        unit = ServiceLoader.load(PersistenceSupport.class)
                .findFirst()
                .orElseThrow()
                .unit(factory);
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            Category root = new Category();
            root.setSlug("a");
            root.setName("A");
            em.persist(root);
            Category leaf = new Category();
            leaf.setSlug("b");
            leaf.setName("B");
            leaf.setParentId(root.getId());
            em.persist(leaf);
            Product product = new Product();
            product.setSku("1");
            product.setName("P");
            product.setCategoryId(leaf.getId());
            em.persist(product);
            Tag tag = new Tag();
            tag.setName("t");
            em.persist(tag);
            ProductTag link = new ProductTag();
            link.setProductId(product.getId());
            link.setTagId(tag.getId());
            em.persist(link);
            User user = new User();
            user.setUsername("u");
            user.setEmail("e");
            user.setFullName("f");
            em.persist(user);
            Order order = new Order();
            order.setNumber("1");
            order.setUserId(user.getId());
            em.persist(order);
            em.getTransaction().commit();
        }
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @Test
    void model() {
        unit.model()
                .relationships()
                .forEach(r -> System.out.println(
                        r + " " + r.cardinality() + " -> " + r.target() + " because " + r.because()));
        System.out.println(unit.model().problems());
        assertThat(unit.model().problems()).isEmpty();
    }

    @Test
    void fetchAndSeal() {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            TypedQuery<Product> q =
                    em.createQuery("select e from Product e where e.category.parent.slug = 'a'", Product.class);
            unit.fetch(q, "e", List.of("category.parent", "tags"));
            List<Product> products = q.getResultList();
            unit.seal(products);
            em.getTransaction().commit();
            em.clear();
            Product p = products.get(0);
            assertThat(p.getCategory().getSlug()).isEqualTo("b");
            assertThat(p.getCategory()
                            .related("parent", Category.class)
                            .orElseThrow()
                            .getSlug())
                    .isEqualTo("a");
            assertThat(p.getTags()).hasSize(1);
            assertThatThrownBy(() -> p.getCategory().relatedList("children", Category.class))
                    .isInstanceOf(RelationshipNotLoadedException.class);
        }
        try (EntityManager em = factory.createEntityManager()) {
            List<Order> orders = em.createQuery("select o from Order o where o.user.username = 'u'", Order.class)
                    .getResultList();
            assertThat(orders).hasSize(1);
            assertThat(em.createQuery("select u from User u join u.orders o", User.class)
                            .getResultList())
                    .hasSize(1);
        }
    }
}
