package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.Problem;
import org.easymodel.model.NoInference;
import org.easymodel.relate.ModelDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes that look like keys of other entities and are none: nothing may be inferred from any of them. */
class LookalikesTest {

    enum Colour {
        RED,
        GREEN
    }

    @Entity(name = "User")
    public static class User {
        @Id
        Long id;
    }

    @Entity(name = "Customer")
    public static class Customer {
        @Id
        UUID id;
    }

    @Entity(name = "Country")
    public static class Country {
        @Id
        String id;
    }

    @Entity(name = "Team")
    public static class Team {
        @Id
        Integer id;
    }

    @Entity(name = "Colour")
    public static class ColourEntity {
        @Id
        @Enumerated(EnumType.STRING)
        Colour id;
    }

    @Entity(name = "Day")
    public static class Day {
        @Id
        LocalDate id;
    }

    /** The class has the name of the one entity, the entity that of another class. */
    @Entity(name = "Account")
    public static class Ledger {
        @Id
        Long id;
    }

    @Entity(name = "Ledger")
    public static class Account {
        @Id
        Long id;
    }

    /** A key of two attributes. */
    public static class SlotId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long roomNumber;
        public Integer hour;

        @Override
        public boolean equals(Object other) {
            return other instanceof SlotId id && id.roomNumber.equals(roomNumber) && id.hour.equals(hour);
        }

        @Override
        public int hashCode() {
            return Objects.hash(roomNumber, hour);
        }
    }

    @Entity(name = "Slot")
    @IdClass(SlotId.class)
    public static class Slot {
        @Id
        Long roomNumber;

        @Id
        Integer hour;
    }

    /** Its key is a relationship, so that nothing is of the type of its key. */
    @Entity(name = "Profile")
    public static class Profile {
        @Id
        @ManyToOne
        User user;
    }

    /** Scrambles numbers. */
    @Converter
    public static class Scrambled implements AttributeConverter<Long, Long> {
        @Override
        public Long convertToDatabaseColumn(Long value) {
            return value == null ? null : ~value;
        }

        @Override
        public Long convertToEntityAttribute(Long value) {
            return value == null ? null : ~value;
        }
    }

    @Embeddable
    public static class Origin {
        Long systemId;
        String userId;
        Long paid;

        @Transient
        Long teamId;
    }

    /** Words that end like a key. */
    @Entity(name = "Words")
    public static class Words {
        @Id
        Long id;

        Long paid;
        Long valid;
        Long grid;
        Long bid;
        Long amid;
        Long fluid;
        Long rapid;
        Long solid;
        Long acid;
        Long hybrid;
        Long pyramid;
        Long covid;
        Long userid;

        @Column(name = "I2")
        Long userID;

        Long userIds;

        @Column(name = "I3")
        Long idUser;

        Long user_;
        Long userIdentity;
        Long userIdeal;
        Long userNumber;
        Long userCode;
        Long userKey;
        Long userRef;

        @Column(name = "I0")
        Long Id;

        Long _id;

        @Column(name = "I1")
        Long ID;

        Long iduser;
        Long id_user;
        Long userPaid;
        Long teamGrid;
    }

    /** Plurals of what is one, and what is one beside its plural. */
    @Entity(name = "Numbers")
    public static class Numbers {
        @Id
        Long id;

        Long daysId;
        Integer teamsId;
        String countriesId;
        UUID customersId;

        @Column(name = "N1")
        Long usersID;

        Integer teamIds;
        Long my_user_id;
        Integer team_mate_id;
        String homeCountryId;
        UUID bestCustomerId;
        Integer team1Id;
    }

    /** Ids of what is no entity. */
    @Entity(name = "Strangers")
    public static class Strangers {
        @Id
        Long id;

        Long externalId;
        Long orderId;
        Long productId;
        Long sessionId;
        Long correlationId;
        Long parentId;
        Long ownerId;
        Long createdById;
        Long updatedById;
        Long messageId;
        Long requestId;
        Long traceId;
        Long tenantId;
        Long batchId;
        Long legacyId;
        Long stripeId;
        Long deviceId;
        Long androidId;
        Long appleId;
        Long taxId;
        String fiscalId;
        String nationalId;
        String googleId;
        String gitHubUserId;
        Long userUserId;
        Long superUserId;
        Long usersId;
        Long strangersExternalId;
    }

    /** The names of entities, the types of others. */
    @Entity(name = "OtherTypes")
    public static class OtherTypes {
        @Id
        Long id;

        String userId;

        @Column(name = "C1")
        Long customerId;

        @Column(name = "C2")
        Long countryId;

        @Column(name = "C3")
        Long teamId;

        BigInteger user_id;
        String customer_id;
        UUID country_id;
        Short team_id;
        Long dayId;
        Long colourId;
        Long profileId;
        Long slotId;
        Integer slot_id;
    }

    @Entity(name = "MoreTypes")
    public static class MoreTypes {
        @Id
        Long id;

        Integer userId;
        int user_id;
        byte[] customerId;
        char[] countryId;
        double teamId;
        float team_id;
        BigDecimal customer_id;
        boolean country_id;
    }

    /** The name and the type, but stored or filled in another way. */
    @Entity(name = "OtherStorage")
    public static class OtherStorage {
        @Id
        Long id;

        @Convert(converter = Scrambled.class)
        Long userId;

        @Lob
        String countryId;

        @Transient
        Integer teamId;

        transient UUID customerId;

        @Enumerated(EnumType.STRING)
        Colour colourId;

        @Temporal(TemporalType.DATE)
        Date dayId;

        @ElementCollection
        Set<Long> accountIds;

        @ElementCollection
        List<Integer> team_id;

        static Long ledgerId;
    }

    @Entity(name = "Versioned")
    public static class Versioned {
        @Id
        Long id;

        @Version
        Integer teamId;

        @Column(name = "USER_ID", insertable = false, updatable = false)
        Long userId;

        @NoInference
        String countryId;

        @Column(insertable = false)
        UUID customerId;
    }

    @Entity(name = "Kind")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    @DiscriminatorColumn(name = "COUNTRY_ID", length = 20)
    public static class Kind {
        @Id
        Long id;

        @Column(name = "COUNTRY_ID", insertable = false, updatable = false)
        String countryId;
    }

    @Entity(name = "SpecialKind")
    public static class SpecialKind extends Kind {
        Long accountId;
        Long ledgerId;
    }

    /** An id that only has the name of a key. */
    @Entity(name = "Badge")
    public static class Badge {
        @Id
        Long userId;
    }

    /** Ids that the provider counts, and those of the entity itself. */
    @Entity(name = "Seat")
    public static class Seat {
        @Id
        @GeneratedValue
        Integer teamId;
    }

    @Entity(name = "Desk")
    public static class Desk {
        @Id
        Long deskId;
    }

    /** A key of two attributes, with the names and types of no other or with those of strangers. */
    public static class MeetingId implements Serializable {
        private static final long serialVersionUID = 1L;
        public Long meetingId;
        public String userId;
        public Long customerId;
        public Integer teamNumber;

        @Override
        public boolean equals(Object other) {
            return other instanceof MeetingId id && id.meetingId.equals(meetingId) && id.userId.equals(userId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(meetingId, userId);
        }
    }

    @Entity(name = "Meeting")
    @IdClass(MeetingId.class)
    public static class Meeting {
        @Id
        Long meetingId;

        @Id
        String userId;

        @Id
        Long customerId;

        @Id
        Integer teamNumber;
    }

    @Embeddable
    public static class CallId implements Serializable {
        private static final long serialVersionUID = 1L;
        Integer userId;

        @NoInference
        Integer teamId;

        String customerId;

        @Override
        public boolean equals(Object other) {
            return other instanceof CallId id && id.userId.equals(userId) && id.teamId.equals(teamId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(userId, teamId);
        }
    }

    @Entity(name = "Call")
    public static class Call {
        @EmbeddedId
        CallId id;
    }

    /** Parts of a key, and two attributes that say nothing of what they are a key of. */
    @Entity(name = "Booking")
    public static class Booking {
        @Id
        Long id;

        Long roomNumber;
        Integer slotMinute;
    }

    @Entity(name = "Forecast")
    public static class Forecast {
        @Id
        Long id;

        Long roomNumber;
        Integer hour;
    }

    /** What a mapping declares already. */
    @Entity(name = "Declared")
    public static class Declared {
        @Id
        Long id;

        @Column(name = "USER_ID")
        Long userId;

        @ManyToOne
        @JoinColumn(name = "USER_ID", insertable = false, updatable = false)
        User owner;

        @Column(name = "TEAM_ID", insertable = false, updatable = false)
        Integer teamId;

        @ManyToOne
        @JoinColumn(name = "TEAM_ID")
        Team group;

        @ManyToOne
        Customer customer;

        @Embedded
        Origin origin;
    }

    @Entity(name = "Holder")
    public static class Holder {
        @Id
        Long id;

        @OneToMany
        @JoinColumn(name = "HOLDER_ID")
        List<Held> helds = new ArrayList<>();
    }

    @Entity(name = "Held")
    public static class Held {
        @Id
        Long id;

        @Column(name = "HOLDER_ID")
        Long holderId;
    }

    @NoInference
    @Entity(name = "Closed")
    public static class Closed {
        @Id
        Long id;

        Long userId;
        UUID customerId;
        String countryId;
        Integer teamId;
    }

    /** The name that the relationship would have is in use. */
    @Entity(name = "Used")
    public static class Used {
        @Id
        Long id;

        Long userId;
        String user;
        String countryId;

        @Transient
        String country;

        Integer teamId;

        public int getTeam() {
            return 1;
        }
    }

    private static final Class<?>[] LOOKALIKES = {
        Words.class,
        Numbers.class,
        Strangers.class,
        OtherTypes.class,
        MoreTypes.class,
        OtherStorage.class,
        Versioned.class,
        Kind.class,
        SpecialKind.class,
        Badge.class,
        Seat.class,
        Desk.class,
        Meeting.class,
        CallId.class,
        Call.class,
        Booking.class,
        Forecast.class,
        Declared.class,
        Origin.class,
        Held.class,
        Closed.class,
        Used.class
    };

    private static final Class<?>[] OTHERS = {
        User.class,
        Customer.class,
        Country.class,
        Team.class,
        ColourEntity.class,
        Day.class,
        Ledger.class,
        Account.class,
        Slot.class,
        Profile.class,
        Holder.class,
        Scrambled.class
    };

    @TempDir
    private Path directory;

    @Test
    void lookalikes_areMoreThanAHundred() {
        assertThat(Stream.of(LOOKALIKES)
                        .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                        .map(Field::getName)
                        .filter(name -> !name.equals("id")))
                .hasSizeGreaterThan(100);
    }

    @Test
    void lookalikes_inferNothing() {
        Class<?>[] all = Stream.of(LOOKALIKES, OTHERS).flatMap(Stream::of).toArray(Class<?>[]::new);
        try (SmallUnit unit = SmallUnit.of(directory, Database.H2, all)) {
            ModelDescription model = unit.model();

            assertThat(unit.inferred()).isEmpty();
            assertThat(model.problems()).isEmpty();
            assertThat(model.warnings())
                    .map(Problem::toString)
                    .map(text -> text.substring(0, text.indexOf(':')))
                    .containsExactly(
                            "EM-1104 Used.userId",
                            "EM-1122 SpecialKind.accountId",
                            "EM-1122 SpecialKind.ledgerId",
                            "EM-1123 Used.countryId",
                            "EM-1123 Used.teamId",
                            "EM-1154 Badge.userId");
        }
    }
}
