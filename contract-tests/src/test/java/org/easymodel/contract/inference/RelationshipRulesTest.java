package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;
import org.easymodel.model.RelationshipRules;
import org.easymodel.model.Relationships;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relationships that a class says in code, at run time and at build time. */
class RelationshipRulesTest {

    @Entity(name = "Client")
    public static class Client {
        @Id
        Long id;

        String name;

        @Transient
        List<Deal> purchases;
    }

    @MappedSuperclass
    public abstract static class Noted {
        Long author;
    }

    @Embeddable
    public static class Delivery {
        Long carrier;
    }

    @Entity(name = "Deal")
    public static class Deal extends Noted {
        @Id
        Long id;

        Long clientId;
        Long externalClientId;
        Long tariffGroup;
        Integer tariffLevel;

        @Embedded
        Delivery delivery = new Delivery();

        @Transient
        Client buyer;
    }

    /** The key of a tariff. */
    public static class TariffId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long family;
        public Integer level;

        @Override
        public boolean equals(Object other) {
            return other instanceof TariffId id && id.family.equals(family) && id.level.equals(level);
        }

        @Override
        public int hashCode() {
            return Objects.hash(family, level);
        }
    }

    @Entity(name = "Tariff")
    @IdClass(TariffId.class)
    public static class Tariff {
        @Id
        Long family;

        @Id
        Integer level;

        Long clientId;
    }

    /** What the tests say. */
    public static final class DealRules implements RelationshipRules {
        @Override
        public void declare(Relationships relationships) {
            relationships
                    .key(Deal.class, "clientId")
                    .references(Client.class)
                    .attribute("buyer")
                    .inverse("purchases")
                    .onDelete(OnDelete.CASCADE);
            relationships.key(Noted.class, "author").references(Client.class).attribute("writer");
            relationships
                    .key(Deal.class, "delivery.carrier")
                    .references(Client.class)
                    .attribute("carriedBy")
                    .inverse("deliveries")
                    .withoutConstraint();
            relationships.key(Deal.class, "tariffGroup", "tariffLevel").references(Tariff.class, "family", "level");
            relationships.none(Tariff.class, "clientId");
        }
    }

    /** Rules with every mistake. */
    public static final class WrongRules implements RelationshipRules {
        @Override
        public void declare(Relationships relationships) {
            relationships.key(String.class, "length").references(Client.class);
            relationships.key(Deal.class, "clientID").references(Client.class);
            relationships.key(Deal.class, "tariffGroup").references(Tariff.class, "family", "level");
        }
    }

    @TempDir
    private Path directory;

    private static UnitXml unit(String rules) {
        return UnitXml.of("small", List.of(Client.class, Noted.class, Delivery.class, Deal.class, Tariff.class))
                .with("easymodel.relationships", rules);
    }

    @Test
    void rules_areWhatIsInferred() {
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, unit(DealRules.class.getName()))) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Deal.buyer: many_to_one Client by clientId",
                            "Client.purchases: one_to_many Deal by clientId",
                            "Deal.writer: many_to_one Client by author",
                            "Client.dealsAsAuthor: one_to_many Deal by author",
                            "Deal.carriedBy: many_to_one Client by delivery.carrier",
                            "Client.deliveries: one_to_many Deal by delivery.carrier",
                            "Deal.tariff: many_to_one Tariff by tariffGroup, tariffLevel",
                            "Tariff.deals: one_to_many Deal by tariffGroup, tariffLevel");
            assertThat(unit.model().relationship("Deal", "buyer").orElseThrow().because())
                    .isEqualTo("Deal.clientId is said to hold the key of Client by " + DealRules.class.getName());

            unit.easy.blocking(Client.class).insertMap(Map.of("id", 1, "name", "Kim"));
            unit.easy.blocking(Deal.class).insertMap(Map.of("id", 1, "buyer", Map.of("id", 1)));
            assertThat(unit.easy.blocking(Client.class).find(1L, "purchases").orElseThrow().purchases)
                    .hasSize(1);
            unit.easy.blocking(Client.class).deleteById(1L);
            assertThat(unit.easy.blocking(Deal.class).select().count()).isZero();
        }
    }

    @Test
    void rules_areReadByTheScannerToo() {
        SchemaModel schema = UnitPath.of(directory, unit(DealRules.class.getName()))
                .call(() -> SchemaScan.schema("small", Map.of()));

        assertThat(schema.table(TableName.of("DEAL")).orElseThrow().foreignKeys())
                .map(key -> key.columns() + " " + key.target())
                .containsExactlyInAnyOrder("[AUTHOR] CLIENT", "[CLIENTID] CLIENT", "[TARIFFGROUP, TARIFFLEVEL] TARIFF");
        assertThat(schema.table(TableName.of("TARIFF")).orElseThrow().indexes()).isEmpty();
    }

    @Test
    void mistakes_areProblems() {
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, unit(WrongRules.class.getName()))) {
            assertThat(unit.model().problems())
                    .map(Problem::toString)
                    .contains(
                            "EM-1125 " + WrongRules.class.getName() + ": a rule is about java.lang.String, which is no"
                                    + " entity of this persistence unit. Add the class to the unit, or remove the rule.",
                            "EM-1126 " + WrongRules.class.getName() + ": a rule is about 'Deal.clientID', but there is"
                                    + " no basic attribute of that name. Correct the name; an attribute inside an"
                                    + " embeddable has its path.",
                            "EM-1127 " + WrongRules.class.getName()
                                    + ": a rule of Deal names 1 attributes, but 2 of the"
                                    + " key that they hold. Name as many, in the same order, or none to find them by"
                                    + " their names.");
            assertThat(unit.inferred()).contains("Deal.client: many_to_one Client by clientId");
        }
    }

    @Test
    void classThatHasNoRules_isRefused() {
        UnitPath path = UnitPath.of(directory, unit("java.lang.String"));

        assertThatThrownBy(() -> path.call(() -> SchemaScan.schema("small", Map.of())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("EM-1128 easymodel.relationships: the property names java.lang.String, which is no"
                        + " RelationshipRules with a public constructor without parameters. Name a class that"
                        + " implements org.easymodel.model.RelationshipRules.");
    }

    @Test
    void keysByName_areConstrainedWhereTheUnitAsksForIt() {
        UnitPath path = UnitPath.of(
                directory,
                UnitXml.of("small", List.of(Client.class, Noted.class, Delivery.class, Deal.class, Tariff.class)));

        SchemaModel without = path.call(() -> SchemaScan.schema("small", Map.of()));
        SchemaModel with = path.call(() -> SchemaScan.schema("small", Map.of("easymodel.infer.constraints", "true")));

        assertThat(without.table(TableName.of("DEAL")).orElseThrow().foreignKeys())
                .isEmpty();
        assertThat(with.table(TableName.of("DEAL")).orElseThrow().foreignKeys())
                .map(key -> key.columns() + " " + key.target())
                .containsExactly("[CLIENTID] CLIENT");
    }
}
