package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.easymodel.contract.inference.traps.Folder;
import org.easymodel.contract.inference.traps.Letter;
import org.easymodel.contract.inference.traps.Person;
import org.easymodel.contract.repository.Database;
import org.easymodel.example.shop.Category;
import org.easymodel.example.shop.Product;
import org.easymodel.model.EasyModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The state of entities as the engine reads and writes it. */
@Tag("woven")
@ParameterizedClass
@EnumSource(Database.class)
class UnitTest {

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
            em.persist(new Letter(1, anna, ben));
            em.persist(new Folder(1, null));
        });
    }

    @AfterEach
    void empty() {
        traps.write(em -> {
            em.createQuery("select l from Letter l", Letter.class)
                    .getResultList()
                    .forEach(em::remove);
            em.createQuery("delete from Folder f").executeUpdate();
        });
        traps.write(em -> em.createQuery("delete from Person p").executeUpdate());
    }

    @Test
    void name_isThatOfThePersistenceUnit() {
        assertThat(shop.unit.name()).isEqualTo("shop");
        assertThat(traps.unit.name()).isEqualTo("traps");
    }

    @Test
    void properties_holdNoCredentials() {
        assertThat(shop.unit.properties())
                .containsEntry("eclipselink.session.customizer", "org.easymodel.eclipselink.EasyModelCustomizer")
                .doesNotContainKeys(
                        "jakarta.persistence.jdbc.url",
                        "jakarta.persistence.jdbc.user",
                        "jakarta.persistence.jdbc.password");
    }

    @Test
    void newInstance_isWithoutRow() {
        assertThat(shop.unit.newInstance("Category")).isInstanceOf(Category.class);
        assertThat(traps.unit.newInstance("Folder"))
                .isInstanceOfSatisfying(
                        Folder.class, folder -> assertThat(folder.getId()).isNull());
    }

    @Test
    void entityName_ofAnObject_isItsEntityOrNull() {
        assertThat(shop.unit.entityName(new Category())).isEqualTo("Category");
        assertThat(shop.unit.entityName("text")).isNull();
        assertThat(shop.unit.entityName(new EasyModel() {})).isNull();
        assertThat(shop.unit.entityName(new Folder(1, null))).isNull();
    }

    @Test
    void set_ofAnAttribute_isWrittenAtFlush() {
        inLetter(letter -> {
            traps.unit.set(letter, "subject", "changed");
            assertThat(letter.getSubject()).isEqualTo("changed");
        });

        assertThat(letter().getSubject()).isEqualTo("changed");
    }

    @Test
    void set_ofAnAttributeToNull_isWrittenAtFlush() {
        inLetter(letter -> traps.unit.set(letter, "subject", null));

        assertThat(letter().getSubject()).isNull();
    }

    @Test
    void set_ofALazyAttribute_isWrittenAtFlush() {
        inLetter(letter -> {
            traps.unit.set(letter, "body", "changed");
            assertThat(letter.getBody()).isEqualTo("changed");
            assertThat(traps.unit.get(letter, "body")).isEqualTo("changed");
        });

        assertThat(body()).isEqualTo("changed");
    }

    @Test
    void set_ofADeclaredRelationship_isWrittenAtFlush() {
        traps.write(em -> {
            Letter letter = em.find(Letter.class, 1L);
            Person ben = em.find(Person.class, 2L);
            traps.unit.set(letter, "sender", ben);
            assertThat(letter.getSender()).isSameAs(ben);
            assertThat(traps.unit.get(letter, "sender")).isSameAs(ben);
        });

        assertThat(letter("sender").getSender().getName()).isEqualTo("Ben");
    }

    @Test
    void set_ofADeclaredRelationshipToNull_isWrittenAtFlush() {
        inLetter(letter -> traps.unit.set(letter, "sender", null));

        assertThat(letter("sender").getSender()).isNull();
    }

    @Test
    void set_ofADeclaredCollection_isWrittenAtFlush() {
        traps.write(em -> traps.unit.set(
                em.find(Letter.class, 1L), "readers", new ArrayList<>(List.of(em.find(Person.class, 2L)))));
        assertThat(letter("readers").getReaders()).map(Person::getName).containsExactly("Ben");

        traps.write(em -> traps.unit.set(
                em.find(Letter.class, 1L), "readers", new ArrayList<>(List.of(em.find(Person.class, 1L)))));
        assertThat(letter("readers").getReaders()).map(Person::getName).containsExactly("Anna");
    }

    @Test
    void set_ofAnInferredRelationship_showsItAndWritesItsKeyAtFlush() {
        traps.write(em -> {
            Letter letter = em.find(Letter.class, 1L);
            Person anna = em.find(Person.class, 1L);
            traps.unit.set(letter, "recipient", anna);
            assertThat(letter.getRecipient()).isSameAs(anna);
            assertThat(traps.unit.get(letter, "recipient")).isSameAs(anna);
            assertThat(letter.getRecipientId()).isEqualTo(2L);
        });

        assertThat(letter("recipient").getRecipient().getName()).isEqualTo("Anna");
    }

    @Test
    void set_ofAKey_changesTheRelationship() {
        inLetter(letter -> traps.unit.set(letter, "recipientId", 1L));

        assertThat(letter("recipient").getRecipient().getName()).isEqualTo("Anna");
    }

    @Test
    void set_inTheBaseClass_isReadByTheApplication() {
        Category child = new Category();
        Category parent = new Category();

        shop.unit.set(child, "parent", parent);
        shop.unit.set(parent, "children", List.of(child));

        assertThat(child.related("parent", Category.class)).containsSame(parent);
        assertThat(parent.relatedList("children", Category.class)).containsExactly(child);
        assertThat(shop.unit.isLoaded(child, "parent")).isTrue();
    }

    @Test
    void set_withoutAPlace_isReadByTheUnit() {
        Folder child = new Folder(2, 1L);
        Folder parent = new Folder(1, null);

        traps.unit.set(child, "parent", parent);
        traps.unit.set(parent, "children", List.of(child));

        assertThat(traps.unit.get(child, "parent")).isSameAs(parent);
        assertThat(traps.unit.get(parent, "children")).isEqualTo(List.of(child));
    }

    @Test
    void fieldThatTheApplicationAssigns_wins() {
        Product product = new Product();
        Category category = new Category();
        Letter letter = new Letter(5, new Person(1, "A"), new Person(2, "B"));
        Person person = new Person(3, "C");

        letter.setRecipient(person);

        assertThat(traps.unit.isLoaded(letter, "recipient")).isTrue();
        assertThat(traps.unit.get(letter, "recipient")).isSameAs(person);
        shop.unit.set(product, "category", category);
        assertThat(product.getCategory()).isSameAs(category);
        shop.unit.set(product, "category", null);
        assertThat(product.getCategory()).isNull();
        assertThat(shop.unit.get(product, "category")).isNull();
    }

    @Test
    void isLoaded_ofANewEntity_isFalseForWhatWasNeverSet() {
        assertThat(shop.unit.isLoaded(new Category(), "parent")).isFalse();
        assertThat(shop.unit.isLoaded(new Product(), "tags")).isFalse();
        assertThat(traps.unit.isLoaded(new Folder(1, null), "children")).isFalse();
    }

    @Test
    void get_ofAnUnknownAttribute_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shop.unit.get(new Category(), "nothing"))
                .withMessage("Category has no attribute 'nothing'");
    }

    private void inLetter(Consumer<Letter> work) {
        traps.write((EntityManager em) -> work.accept(em.find(Letter.class, 1L)));
    }

    private String body() {
        return traps.read(em -> em.find(Letter.class, 1L).getBody());
    }

    private Letter letter(String... paths) {
        return traps.fetch(Letter.class, "select e from Letter e where e.id in (1)", paths)
                .get(0);
    }
}
