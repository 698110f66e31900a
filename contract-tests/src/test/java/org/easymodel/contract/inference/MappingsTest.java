package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.JoinType;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.metamodel.Attribute;
import jakarta.persistence.metamodel.EntityType;
import java.util.List;
import java.util.stream.Collectors;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Inferred relationships in the languages of Jakarta Persistence, as if they were declared. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class MappingsTest {

    @Parameter
    private Database database;

    private Stage shop;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select count(p) from Product p where p.category.slug = 'leaf-3' | 10",
                "select count(p) from Product p where p.category.parent.slug = 'root' | 100",
                "select count(c) from Category c where c.parent is null | 1",
                "select count(c) from Category c where c.children is empty | 10",
                "select count(c) from Category c where size(c.children) = 10 | 1",
                "select count(c) from Category c join c.children child join child.products p | 100",
                "select count(c) from Category c left join c.children child | 20",
                "select count(distinct p) from Product p join p.tags t where t.name = 'even' | 50",
                "select count(t) from Tag t where size(t.products) = 50 | 1",
                "select count(p) from Product p where exists (select t from p.tags t where t.name = 'even') | 50",
                "select count(u) from User u where u.profile.city = 'Berlin' | 5",
                "select count(u) from User u left join u.profile f where f is null | 5",
                "select count(f) from Profile f where f.user.username = 'user-2' | 1",
                "select count(i) from OrderItem i where i.order.user.username = 'user-1' | 10",
                "select count(u) from User u where u.orders is not empty | 10",
                "select count(r) from Review r where r.user.username = 'user-1' and r.product.category.slug = 'leaf-1' | 1",
                "select count(p) from Product p where p.category = (select c from Category c where c.slug = 'leaf-1') | 10",
                "select max(p.sku) from Product p group by p.category.slug having p.category.slug = 'leaf-9' | sku-99",
            })
    void jpql_overInferredRelationships_selectsTheirRows(String jpql, String expected) {
        Object result = shop.read(em -> em.createQuery(jpql).getSingleResult());

        assertThat(String.valueOf(result)).isEqualTo(expected);
    }

    @Test
    void jpql_selectingARelationship_givesEntities() {
        List<Category> categories = shop.read(em -> em.createQuery(
                        "select distinct p.category from Product p where p.sku like 'sku-1%'", Category.class)
                .getResultList());

        assertThat(categories).hasSize(10).allSatisfy(category -> assertThat(category.getSlug())
                .startsWith("leaf-"));
    }

    @Test
    void jpql_withJoinFetch_loadsInOneStatement() {
        List<User> users = shop.counting(
                1,
                () -> shop.read(
                        em -> em.createQuery("select distinct u from User u left join fetch u.orders", User.class)
                                .getResultList()));

        assertThat(users).hasSize(ShopRows.USERS);
        assertThat(users).allSatisfy(user -> assertThat(shop.unit.isLoaded(user, "orders"))
                .isTrue());
    }

    @Test
    void criteria_overStringPaths_selectsTheirRows() {
        long count = shop.read(em -> {
            CriteriaBuilder builder = em.getCriteriaBuilder();
            CriteriaQuery<Long> query = builder.createQuery(Long.class);
            Root<User> user = query.from(User.class);
            query.select(builder.count(user))
                    .where(builder.equal(
                            user.join("orders", JoinType.LEFT)
                                    .join("items")
                                    .get("product")
                                    .get("category")
                                    .get("slug"),
                            "leaf-4"));
            return em.createQuery(query).getSingleResult();
        });

        assertThat(count).isEqualTo(10);
    }

    @Test
    void criteria_withFetch_loads() {
        List<Product> products = shop.read(em -> {
            CriteriaQuery<Product> query = em.getCriteriaBuilder().createQuery(Product.class);
            query.from(Product.class).fetch("category");
            return em.createQuery(query).getResultList();
        });

        assertThat(products).hasSize(ShopRows.PRODUCTS);
        assertThat(products).allSatisfy(product -> assertThat(shop.unit.isLoaded(product, "category"))
                .isTrue());
    }

    @Test
    void metamodel_hasTheInferredAttributes() {
        EntityType<Category> category = shop.factory.getMetamodel().entity(Category.class);

        assertThat(category.getAttributes().stream().map(Attribute::getName).collect(Collectors.toSet()))
                .contains("parent", "children", "products");
        assertThat(category.getAttribute("children").isCollection()).isTrue();
        assertThat(category.getAttribute("parent").isAssociation()).isTrue();
    }

    @Test
    void namedQueries_overInferredRelationships_areDeployed() {
        Stage traps = Stage.traps(database);
        Person anna = new Person(901, "Anna");
        Person ben = new Person(902, "Ben");
        traps.write(em -> {
            em.persist(anna);
            em.persist(ben);
            em.persist(new Letter(901, anna, ben));
        });

        List<Letter> letters = traps.read(em -> em.createNamedQuery("Letter.toName", Letter.class)
                .setParameter("name", "Ben")
                .getResultList());
        List<Person> unread = traps.read(
                em -> em.createNamedQuery("Person.unread", Person.class).getResultList());
        traps.write(em -> {
            em.createQuery("delete from Letter l where l.id = 901").executeUpdate();
            em.createQuery("delete from Person p where p.id in (901, 902)").executeUpdate();
        });

        assertThat(letters).map(Letter::getId).containsExactly(901L);
        assertThat(unread).map(Person::getName).containsExactly("Anna");
    }

    @Test
    void relationships_ofAnEntityWithoutFields_areInQueries() {
        Stage traps = Stage.traps(database);
        traps.write(em -> {
            em.persist(new Folder(1, null));
            em.persist(new Folder(2, 1L));
            em.persist(new Folder(3, 1L));
        });

        List<Folder> parents = traps.read(em -> em.createQuery(
                        "select f from Folder f where f.children is not empty and f.parent is null", Folder.class)
                .getResultList());
        List<String> names = traps.read(em -> em.createQuery(
                        "select c.name from Folder f join f.children c where f.id = 1 order by c.id", String.class)
                .getResultList());
        traps.write(em -> {
            em.createQuery("delete from Folder f where f.parent is not null").executeUpdate();
            em.createQuery("delete from Folder f").executeUpdate();
        });

        assertThat(parents).map(Folder::getId).containsExactly(1L);
        assertThat(names).containsExactly("folder 2", "folder 3");
    }

    @Test
    void toMany_isOrderedById() {
        List<Long> ids = shop
                .fetch(Category.class, "select e from Category e where e.slug = 'leaf-0'", "products")
                .get(0)
                .relatedList("products", Product.class)
                .stream()
                .map(Product::getId)
                .toList();

        assertThat(ids).hasSize(10).isSorted();
    }

    @Test
    void keys_thatLeadNowhere_giveNothing() {
        Category leaf = shop.read(em -> find(em, "root"));

        assertThat(shop.fetch(Category.class, "select e from Category e where e.slug = 'root'", "parent"))
                .containsExactly(leaf)
                .allSatisfy(category ->
                        assertThat(category.related("parent", Category.class)).isEmpty());
    }

    private static Category find(EntityManager em, String slug) {
        return em.createQuery("select c from Category c where c.slug = :slug", Category.class)
                .setParameter("slug", slug)
                .getSingleResult();
    }
}
