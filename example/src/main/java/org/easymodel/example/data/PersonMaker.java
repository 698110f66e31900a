package org.easymodel.example.data;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Invents the users of the shop: a few administrators, the staff and many customers. */
final class PersonMaker {

    private static final int ADMINISTRATORS = 3;
    private static final int STAFF = 14;
    private static final int COUNT = 500;
    private static final List<String> MAIL_HOSTS = List.of("example.com", "example.org", "example.net", "mail.example");

    private final Dice dice = new Dice("users");
    private final Weighted<Section> cultures =
            new Weighted<>(Outline.sections(CultureOutline.TEXT), culture -> culture.number("share"));
    private final Set<String> usernames = new HashSet<>();

    /** Returns the users in the order in which they registered. */
    List<Person> people() {
        List<Instant> registrations = registrations();
        List<Person> people = new ArrayList<>();
        for (int index = 0; index < COUNT; index++) {
            people.add(person(role(index), registrations.get(index)));
        }
        return List.copyOf(people);
    }

    private List<Instant> registrations() {
        Weighted<LocalDate> days = OpeningTimes.registrationDays();
        Stream<Instant> team = Stream.generate(() -> OpeningTimes.sometimeOn(OpeningTimes.FIRST_REGISTRATION, dice))
                .limit(ADMINISTRATORS + STAFF);
        Stream<Instant> customers = Stream.generate(() -> OpeningTimes.sometimeOn(days.pick(dice), dice))
                .limit(COUNT - ADMINISTRATORS - STAFF);
        return Stream.concat(team, customers).sorted().toList();
    }

    private static String role(int index) {
        if (index < ADMINISTRATORS) {
            return "admin";
        }
        return index < ADMINISTRATORS + STAFF ? "staff" : "customer";
    }

    private Person person(String role, Instant registeredAt) {
        Section culture = cultures.pick(dice);
        String given = dice.pick(culture.words("given"));
        String family = dice.pick(culture.words("family"));
        String username = username(plain(given), plain(family));
        String host = role.equals("customer") ? dice.pick(MAIL_HOSTS) : "shop.example";
        String phone = dice.percent(70) ? phone(culture) : "";
        UserRow row = new UserRow(username, username + "@" + host, given + " " + family, phone, role, registeredAt);
        return new Person(row, culture);
    }

    private String username(String given, String family) {
        String wish =
                switch (dice.below(4)) {
                    case 0 -> given + family.charAt(0);
                    case 1 -> given.charAt(0) + family;
                    case 2 -> given + "_" + family;
                    default -> given + "." + family;
                };
        String username = wish;
        while (!usernames.add(username)) {
            username = wish + dice.between(2, 99);
        }
        return username;
    }

    /** Reduces a name to lower-case letters without accents. */
    private static String plain(String name) {
        String decomposed = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return decomposed
                .replace("ß", "ss")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("ı", "i")
                .replace("æ", "ae")
                .replaceAll("[^a-z]", "");
    }

    private String phone(Section culture) {
        StringBuilder phone = new StringBuilder();
        culture.words("phone")
                .get(0)
                .chars()
                .forEach(
                        character -> phone.append(character == '#' ? (char) ('0' + dice.below(10)) : (char) character));
        return phone.toString();
    }
}
