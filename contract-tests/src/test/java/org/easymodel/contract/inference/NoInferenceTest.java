package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.NoInference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that say that nothing is inferred from them: nothing is, and nothing is said of them. */
class NoInferenceTest {

    @Entity(name = "Owner")
    public static class Owner {
        @Id
        Long id;

        @Transient
        List<Horse> horses;
    }

    /** Everything here would be a warning, or a relationship. */
    @NoInference
    @Entity(name = "Stable")
    public static class Stable {
        @Id
        Long ownerId;

        @Transient
        Owner keeper;

        @Transient
        List<Owner> visitors;

        @Transient
        List<String> horses;

        Long horseId;

        transient Horse horse;

        @Transient
        final List<Rider> riders = List.of();

        @Transient
        Set<Saddle> saddles;
    }

    @MappedSuperclass
    @NoInference
    public abstract static class Legacy {
        Long ownerId;

        @Transient
        Owner owner;
    }

    @Embeddable
    @NoInference
    public static class Origin {
        Long riderId;
    }

    @Entity(name = "Horse")
    public static class Horse extends Legacy {
        @Id
        Long id;

        Long stableId;

        @Embedded
        Origin origin;
    }

    @NoInference
    @Entity(name = "Person")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Person {
        @Id
        Long id;

        Long horseId;
    }

    @Entity(name = "Rider")
    public static class Rider extends Person {
        Long stableId;

        @Transient
        Stable stable;
    }

    /** Silent, but the other side of what others infer. */
    @NoInference
    @Entity(name = "Rack")
    public static class Rack {
        @Id
        Long id;

        @Transient
        List<Saddle> saddles;
    }

    @Entity(name = "Saddle")
    public static class Saddle {
        @Id
        Long id;

        Long rackId;
        Long stableId;
        String size;

        @Transient
        List<Horse> wornBy;
    }

    @TempDir
    private Path directory;

    @Test
    void nothingIsInferredFromTheClass_andNothingSaidOfIt() {
        try (SmallUnit unit = SmallUnit.of(
                directory,
                Database.H2,
                Owner.class,
                Stable.class,
                Horse.class,
                Person.class,
                Rider.class,
                Rack.class,
                Saddle.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Horse.stable: many_to_one Stable by stableId",
                            "Stable.horsesAsStable: one_to_many Horse by stableId",
                            "Rider.stable: many_to_one Stable by stableId",
                            "Stable.riders: one_to_many Rider by stableId",
                            "Saddle.rack: many_to_one Rack by rackId",
                            "Rack.saddles: one_to_many Saddle by rackId",
                            "Saddle.stable: many_to_one Stable by stableId",
                            "Stable.saddles: one_to_many Saddle by stableId");
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings())
                    .extracting(problem -> problem.code() + " " + problem.place() + " " + problem.remedy())
                    .containsExactly(
                            "EM-1155 Owner.horses Annotate the attribute of Horse that holds the key with"
                                    + " @References(value = Owner.class, inverse = \"horses\"); or say with @NoInference on"
                                    + " the field that the application fills it.",
                            "EM-1155 Saddle.wornBy Annotate the attribute of Horse that holds the key with"
                                    + " @References(value = Saddle.class, inverse = \"wornBy\"); or say with @NoInference on"
                                    + " the field that the application fills it.");
        }
    }
}
