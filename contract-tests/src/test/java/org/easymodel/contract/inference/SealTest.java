package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Product;
import org.easymodel.example.shop.Review;
import org.easymodel.example.shop.User;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Results: what was read stays, what was not refuses, and nothing goes to the database. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class SealTest {

    @Parameter
    private Database database;

    private Stage shop;
    private Stage traps;

    @BeforeEach
    void open() {
        shop = Stage.shop(database);
        traps = Stage.traps(database);
        traps.write(em -> {
            Person anna = new Person(1, "Anna");
            Person ben = new Person(2, "Ben");
            em.persist(anna);
            em.persist(ben);
            Letter letter = new Letter(1, anna, ben);
            letter.getReaders().add(anna);
            em.persist(letter);
            em.persist(new Folder(1, null));
            em.persist(new Folder(2, 1L));
        });
    }

    @AfterEach
    void empty() {
        traps.write(em -> {
            em.createQuery("select l from Letter l", Letter.class)
                    .getResultList()
                    .forEach(em::remove);
            em.createQuery("delete from Folder f where f.parentId is not null").executeUpdate();
        });
        traps.write(em -> {
            em.createQuery("delete from Person p").executeUpdate();
            em.createQuery("delete from Folder f").executeUpdate();
        });
    }

    @Test
    void baseClass_unreadRelationships_areRefused() {
        Category leaf = leaf();

        assertThat(leaf.isRelatedLoaded("parent")).isFalse();
        assertRefused(
                "EM-1401 Category.parent: the relationship is not loaded. Ask for it with include(\"parent\").",
                () -> leaf.related("parent", Category.class));
        assertRefused(
                "EM-1401 Category.products: the relationship is not loaded. Ask for it with include(\"products\").",
                () -> leaf.relatedList("products", Product.class));
    }

    @Test
    void baseClass_readRelationships_stay() {
        Category leaf = leaf("parent", "products");

        assertThat(shop.silently(() -> leaf.related("parent", Category.class)))
                .map(Category::getSlug)
                .contains("root");
        assertThat(shop.silently(() -> leaf.relatedList("products", Product.class)))
                .hasSize(10);
        assertRefused(
                "EM-1401 Category.children: the relationship is not loaded. Ask for it with include(\"children\").",
                () -> leaf.relatedList("children", Category.class));
    }

    @Test
    void field_unreadList_isRefusedHoweverItIsRead() {
        Product product = product();
        String message =
                "EM-1402 Product.tags: the relationship is not loaded. Ask for it with include(\"tags\") before the query"
                        + " runs.";

        assertRefused(message, () -> product.getTags().size());
        assertRefused(message, () -> product.getTags().iterator());
        assertRefused(message, () -> product.getTags().stream().count());
        assertRefused(message, () -> product.getTags().toArray());
        assertRefused(message, () -> product.getTags().get(0));
        assertRefused(message, () -> product.getTags().isEmpty());
        assertRefused(message, () -> product.getTags().contains(null));
        assertThatCode(() -> shop.silently(() -> product.getTags().toString())).doesNotThrowAnyException();
    }

    @Test
    void field_unreadEntity_isNullAndRefusedByTheUnit() {
        Product product = product();

        assertThat(product.getCategory()).isNull();
        assertThat(shop.unit.isLoaded(product, "category")).isFalse();
        assertRefused(
                "EM-1402 Product.category: the relationship is not loaded. Ask for it with include(\"category\") before"
                        + " the query runs.",
                () -> shop.unit.get(product, "category"));
    }

    @Test
    void field_readRelationships_stay() {
        Product product = shop.fetch(Product.class, "select e from Product e where e.sku = 'sku-4'", "category", "tags")
                .get(0);

        assertThat(shop.silently(() -> product.getCategory().getSlug())).isEqualTo("leaf-4");
        assertThat(shop.silently(product::getTags)).map(tag -> tag.getName()).containsExactly("all", "even");
        assertThat(shop.unit.isLoaded(product, "category")).isTrue();
    }

    @Test
    void noPlace_relationships_areReadThroughTheUnit() {
        Folder leaf = traps.fetch(Folder.class, "select e from Folder e where e.id = 2", "parent")
                .get(0);

        assertThat(traps.silently(() -> traps.unit.get(leaf, "parent")))
                .isInstanceOfSatisfying(
                        Folder.class, parent -> assertThat(parent.getId()).isEqualTo(1L));
        assertThat(traps.unit.isLoaded(leaf, "children")).isFalse();
        assertRefused(
                "EM-1402 Folder.children: the relationship is not loaded. Ask for it with include(\"children\") before"
                        + " the query runs.",
                () -> ((List<?>) traps.unit.get(leaf, "children")).size());
    }

    @Test
    void declared_unreadCollection_isRefused() {
        Person anna = person("Anna");

        assertRefused(
                "EM-1402 Person.sent: the relationship is not loaded. Ask for it with include(\"sent\") before the query"
                        + " runs.",
                () -> anna.getSent().size());
        assertRefused(
                "EM-1402 Person.read: the relationship is not loaded. Ask for it with include(\"read\") before the query"
                        + " runs.",
                () -> anna.getRead().iterator());
    }

    @Test
    void declared_readCollection_stays() {
        Person anna = person("Anna", "sent.recipient", "read");

        assertThat(traps.silently(() -> anna.getSent().get(0).getRecipient().getName()))
                .isEqualTo("Ben");
        assertThat(traps.silently(anna::getRead)).hasSize(1);
    }

    @Test
    void declared_unreadEntity_isRefusedWhereWeavingMakesItLazy() {
        Letter letter = letter();

        if (Weaving.isOn()) {
            assertRefused(
                    "EM-1402 Letter.sender: the relationship is not loaded. Ask for it with include(\"sender\") before"
                            + " the query runs.",
                    letter::getSender);
        } else {
            assertThat(letter.getSender().getName()).isEqualTo("Anna");
        }
    }

    @Test
    void declared_setOnASealedEntity_isThatValue() {
        Letter letter = letter();
        Person ben = person("Ben");

        traps.silently(() -> {
            letter.setSender(ben);
            return null;
        });

        assertThat(letter.getSender()).isSameAs(ben);
        Letter merged = traps.read(em -> em.merge(letter));
        assertThat(merged.getSender().getId()).isEqualTo(2L);
        assertThat(letter("sender").getSender().getName()).isEqualTo("Ben");
    }

    @Test
    void lazyAttribute_unread_neverGoesToTheDatabase() {
        Letter letter = letter();

        if (Weaving.isOn()) {
            assertRefused(
                    "EM-1403 Letter.body: the attribute is lazy and was not read. Map it without fetch = LAZY.",
                    letter::getBody);
        } else {
            assertThat(traps.silently(letter::getBody)).isEqualTo("body 1");
        }
    }

    @Test
    void lazyAttribute_ofAMergedEntity_isKept() {
        Letter letter = letter();

        traps.write(em -> em.merge(letter));

        assertThat(body()).isEqualTo("body 1");
    }

    @Test
    void seal_ofAGraph_reachesEverythingThatWasRead() {
        User user = shop.fetch(User.class, "select e from User e where e.username = 'user-1'", "reviews.product")
                .get(0);

        Review review =
                shop.silently(() -> user.relatedList("reviews", Review.class)).get(0);

        assertRefused(
                "EM-1402 Product.tags: the relationship is not loaded. Ask for it with include(\"tags\") before the query"
                        + " runs.",
                () -> review.getProduct().getTags().size());
        assertRefused(
                "EM-1401 Review.user: the relationship is not loaded. Ask for it with include(\"user\").",
                () -> review.related("user", User.class));
    }

    @Test
    void seal_ofANewEntity_refusesWhatWasNeverSet() {
        Product product = new Product();
        Category category = new Category();

        shop.unit.seal(List.of(product, category));

        assertThat(category.isRelatedLoaded("parent")).isFalse();
        assertThat(category.isRelatedLoaded("children")).isFalse();
        assertThat(shop.unit.isLoaded(product, "category")).isFalse();
        assertRefused(
                "EM-1402 Product.tags: the relationship is not loaded. Ask for it with include(\"tags\") before the query"
                        + " runs.",
                () -> product.getTags().size());
    }

    @Test
    void lazyAttribute_setOnASealedEntity_isMerged() {
        Letter letter = letter();

        traps.silently(() -> {
            letter.setBody("changed");
            return null;
        });
        traps.write(em -> em.merge(letter));

        assertThat(body()).isEqualTo("changed");
    }

    @Test
    void seal_twice_changesNothing() {
        Category leaf = leaf("parent");

        shop.silently(() -> {
            shop.unit.seal(List.of(leaf));
            shop.unit.seal(List.of(leaf));
            return null;
        });

        assertThat(leaf.related("parent", Category.class)).isPresent();
        assertThat(leaf.isRelatedLoaded("children")).isFalse();
    }

    @Test
    void seal_ofALongChain_doesNotRecurse() {
        traps.write(em -> {
            for (long i = 3; i <= 3000; i++) {
                em.persist(new Folder(i, i - 1));
            }
        });
        List<Folder> folders = traps.fetch(Folder.class, "select e from Folder e order by e.id", "parent");
        traps.write(
                em -> em.createQuery("update Folder f set f.parentId = null").executeUpdate());

        assertThat(folders).hasSize(3000);
        assertThat(traps.silently(() -> traps.unit.get(folders.get(2999), "parent")))
                .isSameAs(folders.get(2998));
    }

    @Test
    void merge_ofASealedEntity_losesNothing() {
        Person anna = person("Anna");
        Letter letter = letter();

        traps.write(em -> {
            em.merge(anna);
            em.merge(letter);
        });

        Letter same = letter("sender", "readers", "recipient");
        assertThat(same.getSender().getName()).isEqualTo("Anna");
        assertThat(same.getReaders()).map(Person::getName).containsExactly("Anna");
        assertThat(same.getRecipient().getName()).isEqualTo("Ben");
        assertThat(person("Anna", "sent").getSent()).hasSize(1);
    }

    @Test
    void merge_ofAnEntityWithAnotherKey_changesTheRelationship() {
        Letter letter = letter("recipient");

        letter.setRecipientId(1L);
        traps.write(em -> em.merge(letter));

        assertThat(letter("recipient").getRecipient().getName()).isEqualTo("Anna");
    }

    @Test
    void serialization_ofASealedEntity_keepsWhatWasReadAndRefusesTheRest() throws IOException, ClassNotFoundException {
        Letter letter = (Letter) copied(letter("sender", "recipient"));

        assertThat(letter.getSubject()).isEqualTo("subject 1");
        assertThat(letter.getSender().getName()).isEqualTo("Anna");
        assertThat(letter.getRecipient().getName()).isEqualTo("Ben");
        assertRefused(
                "EM-1402 Letter.readers: the relationship is not loaded. Ask for it with include(\"readers\") before the"
                        + " query runs.",
                () -> letter.getReaders().size());
    }

    @Test
    void serialization_ofASealedEntityWithNothingRead_works() throws IOException, ClassNotFoundException {
        Person anna = (Person) copied(person("Anna"));

        assertThat(anna.getName()).isEqualTo("Anna");
        assertRefused(
                "EM-1402 Person.letters: the relationship is not loaded. Ask for it with include(\"letters\") before the"
                        + " query runs.",
                () -> anna.getLetters().size());
    }

    private Object copied(Object entity) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(entity);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private void assertRefused(String message, ThrowingCallable read) {
        shop.tap.reset();
        traps.tap.reset();
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(read)
                .withMessage(message);
        assertThat(shop.tap.statements()).isEmpty();
        assertThat(traps.tap.statements()).isEmpty();
    }

    private Category leaf(String... paths) {
        return shop.fetch(Category.class, "select e from Category e where e.slug = 'leaf-1'", paths)
                .get(0);
    }

    private Product product() {
        return shop.fetch(Product.class, "select e from Product e where e.sku = 'sku-4'")
                .get(0);
    }

    private String body() {
        return traps.read(em -> em.find(Letter.class, 1L).getBody());
    }

    private Letter letter(String... paths) {
        return traps.fetch(Letter.class, "select e from Letter e where e.id in (1)", paths)
                .get(0);
    }

    private Person person(String name, String... paths) {
        return traps.fetch(Person.class, "select e from Person e where e.name = '" + name + "'", paths)
                .get(0);
    }
}
