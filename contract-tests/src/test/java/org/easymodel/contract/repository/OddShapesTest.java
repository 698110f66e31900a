package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Persistence;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.EasyRepositories;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.Hidden;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps, records and schemas of entities that are mapped in rarer ways. */
class OddShapesTest {

    @Embeddable
    public static class SeatKey implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(name = "SEAT_ROW")
        private int line;

        @Column(name = "SEAT_NUMBER")
        private int number;

        protected SeatKey() {}

        SeatKey(int line, int number) {
            this.line = line;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatKey key && key.line == line && key.number == number;
        }

        @Override
        public int hashCode() {
            return 31 * line + number;
        }
    }

    @Entity(name = "Seat")
    public static class Seat {

        @EmbeddedId
        private SeatKey key;

        private String label;

        @ManyToOne
        private Hall hall;
    }

    /** A key of two attributes. */
    public static class TicketKey implements Serializable {

        private static final long serialVersionUID = 1L;

        public Long showId;
        public String code;

        @Override
        public boolean equals(Object other) {
            return other instanceof TicketKey key && key.showId.equals(showId) && key.code.equals(code);
        }

        @Override
        public int hashCode() {
            return code.hashCode();
        }
    }

    @Entity(name = "Ticket")
    @IdClass(TicketKey.class)
    public static class Ticket {

        @Id
        private Long showId;

        @Id
        private String code;

        @ManyToOne
        private Guest guest;
    }

    @Embeddable
    @Access(AccessType.PROPERTY)
    public static class Contact {

        private String mail;
        private Integer age;

        @Column(name = "CONTACT_MAIL")
        public String getMail() {
            return mail;
        }

        public void setMail(String mail) {
            this.mail = mail;
        }

        @Column(name = "CONTACT_AGE")
        @DefaultValue("18")
        public Integer getYears() {
            return age;
        }

        public void setYears(Integer years) {
            this.age = years;
        }
    }

    /** What both kinds of guest have. */
    @MappedSuperclass
    public abstract static class Visitor {

        private Contact contact;

        @Embedded
        public Contact getContact() {
            return contact;
        }

        public void setContact(Contact contact) {
            this.contact = contact;
        }
    }

    @Entity(name = "Guest")
    public static class Guest extends Visitor {

        private Long key;
        private String title;
        private String secret;
        private Set<Ticket> tickets = new LinkedHashSet<>();

        @Id
        public Long getId() {
            return key;
        }

        public void setId(Long id) {
            this.key = id;
        }

        @DefaultValue("Guest")
        public String getCalled() {
            return title;
        }

        public void setCalled(String called) {
            this.title = called;
        }

        @Hidden
        public String getSecret() {
            return secret;
        }

        public void setSecret(String secret) {
            this.secret = secret;
        }

        @OneToMany(mappedBy = "guest", cascade = CascadeType.ALL)
        @OrderBy("code desc")
        public Set<Ticket> getTickets() {
            return tickets;
        }

        public void setTickets(Set<Ticket> tickets) {
            this.tickets = tickets;
        }
    }

    @Entity(name = "Hall")
    public static class Hall {

        @Id
        private Long id;

        @OneToMany(mappedBy = "hall")
        @MapKey(name = "label")
        private Map<String, Seat> seats = new HashMap<>();

        @ElementCollection
        @MapKeyEnumerated(EnumType.STRING)
        private Map<DayOfWeek, Hours> hours = new HashMap<>();
    }

    @Embeddable
    public static class Hours {

        private int opens;
        private int closes;

        protected Hours() {}

        Hours(int opens, int closes) {
            this.opens = opens;
            this.closes = closes;
        }
    }

    private static EntityManagerFactory factory;
    private static EasyRepositories easy;

    @BeforeAll
    static void open(@TempDir Path directory) {
        Map<String, String> properties = new HashMap<>(Database.H2.properties("oddshapes"));
        properties.put("eclipselink.ddl-generation", "create-tables");
        factory = UnitPath.of(
                        directory,
                        UnitXml.of(
                                "oddshapes",
                                List.of(
                                        SeatKey.class,
                                        Seat.class,
                                        Ticket.class,
                                        Contact.class,
                                        Visitor.class,
                                        Guest.class,
                                        Hall.class,
                                        Hours.class)))
                .call(() -> {
                    EntityManagerFactory opened = Persistence.createEntityManagerFactory("oddshapes", properties);
                    opened.createEntityManager().close();
                    return opened;
                });
        easy = EasyRepositories.on(factory);
    }

    @AfterAll
    static void close() {
        easy.close();
        factory.close();
    }

    private static <E> BlockingRepository<E> rows(Class<E> type) {
        return easy.blocking(type);
    }

    private static Guest guest() {
        Guest guest = new Guest();
        guest.setId(7L);
        guest.setCalled("Eva");
        guest.setSecret("s");
        Contact contact = new Contact();
        contact.setMail("e@x.org");
        guest.setContact(contact);
        for (String code : List.of("b", "a")) {
            Ticket ticket = new Ticket();
            ticket.showId = 1L;
            ticket.code = code;
            ticket.guest = guest;
            guest.getTickets().add(ticket);
        }
        return guest;
    }

    private static Hall hall() {
        Hall hall = new Hall();
        hall.id = 3L;
        for (int number = 1; number <= 2; number++) {
            Seat seat = new Seat();
            seat.key = new SeatKey(1, number);
            seat.label = "L" + (9 - number);
            seat.hall = hall;
            hall.seats.put(seat.label, seat);
        }
        hall.hours.put(DayOfWeek.SUNDAY, new Hours(10, 12));
        hall.hours.put(DayOfWeek.MONDAY, new Hours(8, 20));
        return hall;
    }

    @Test
    void embeddedKey_isAKeyAsAMap() {
        Hall hall = hall();

        assertThat(rows(Hall.class).toMap(hall))
                .isEqualTo(Map.of(
                        "id",
                        3L,
                        "hours",
                        Map.of("MONDAY", Map.of("opens", 8, "closes", 20), "SUNDAY", Map.of("opens", 10, "closes", 12)),
                        "seats",
                        List.of(
                                Map.of("key", Map.of("line", 1, "number", 2), "label", "L7", "hall", Map.of("id", 3L)),
                                Map.of(
                                        "key",
                                        Map.of("line", 1, "number", 1),
                                        "label",
                                        "L8",
                                        "hall",
                                        Map.of("id", 3L)))));
        assertThat(rows(Hall.class).toMap(hall).toString()).contains("hours={MONDAY={closes=20, opens=8}, SUNDAY=");
        assertThat(rows(Seat.class)
                        .schema()
                        .json()
                        .getValue("/properties/key/type")
                        .toString())
                .isEqualTo("\"object\"");
        assertThat(rows(Hall.class)
                        .schema()
                        .json()
                        .getValue("/properties/hours")
                        .toString())
                .startsWith("{\"type\":\"object\",\"propertyNames\":{\"enum\":[\"MONDAY\",\"TUESDAY\"");
    }

    @Test
    void update_byAKeyOfTwoAttributes() {
        Seat seat = rows(Seat.class).insertMap(Map.of("key", Map.of("line", 9, "number", 9), "label", "old"));

        assertThat(rows(Seat.class).update(seat.key, Map.of("label", "new")).label)
                .isEqualTo("new");
        assertThat(rows(Seat.class).find(seat.key).orElseThrow().label).isEqualTo("new");
        assertThatThrownBy(() -> rows(Seat.class).update(9L, Map.of("label", "newer")))
                .hasMessageContaining("EM-1265");
    }

    @Test
    void keyOfTwoAttributes_isBoth() {
        Guest guest = guest();
        Ticket ticket = guest.getTickets().iterator().next();

        Map<String, Object> map = rows(Ticket.class).toMap(ticket, "guest");

        assertThat(rows(Ticket.class).toMap(ticket, 0)).isEqualTo(Map.of("code", "b", "showId", 1L));
        assertThat(((Map<?, ?>) map.get("guest")).get("tickets"))
                .isEqualTo(List.of(
                        Map.of("code", "b", "showId", 1L),
                        EasyMap.of("code", "a", "showId", 1L, "guest", Map.of("id", 7L))));
    }

    @Test
    void propertyAccess_isReadByGetters() {
        assertThat(rows(Guest.class).toMap(guest(), 0))
                .isEqualTo(Map.of("id", 7L, "called", "Eva", "contact", EasyMap.of("mail", "e@x.org", "years", null)));
        record View(Long id, String called, String contactMail, Integer contactYears) {}
        assertThat(rows(Guest.class).as(View.class, guest())).isEqualTo(new View(7L, "Eva", "e@x.org", null));
    }

    @Test
    void propertyAccess_isFilledBySetters() {
        Guest inserted = rows(Guest.class).insertMap(Map.of("id", 8, "contact", Map.of("mail", "x@x.org")));

        assertThat(inserted.getCalled()).isEqualTo("Guest");
        assertThat(inserted.getContact().getMail()).isEqualTo("x@x.org");
        assertThat(inserted.getContact().getYears()).isEqualTo(18);
        Guest given = new Guest();
        given.setId(9L);
        given.setContact(new Contact());
        assertThat(rows(Guest.class).insert(given).getContact().getYears()).isEqualTo(18);
    }

    @Test
    void mapOfEmbeddables_isARecordOfAMap() {
        record HoursView(int opens, long closes) {}
        record View(long id, Map<DayOfWeek, HoursView> hours) {}
        record Labels(List<SeatView> seats) {}

        assertThat(rows(Hall.class).as(View.class, hall()))
                .isEqualTo(new View(
                        3, Map.of(DayOfWeek.MONDAY, new HoursView(8, 20), DayOfWeek.SUNDAY, new HoursView(10, 12))));
        assertThat(rows(Hall.class).as(Labels.class, hall()))
                .isEqualTo(new Labels(List.of(new SeatView("L7", 2), new SeatView("L8", 1))));
    }

    record SeatView(String label, int keyNumber) {}

    @Test
    void mapOfEmbeddables_isTakenByInsertMap() {
        Map<String, Object> map = rows(Hall.class).toMap(hall(), "-seats");

        Hall inserted = rows(Hall.class).insertMap(map);

        assertThat(rows(Hall.class).toMap(inserted, "hours")).isEqualTo(Map.of("hours", map.get("hours")));
    }
}
