package org.easymodel.example.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Invents profiles for most of the users. */
final class ProfileMaker {

    private static final LocalDate OLDEST_BIRTH_DATE = LocalDate.of(1946, 1, 1);

    private final Dice dice = new Dice("profiles");
    private final Section words = Outline.sections(BioOutline.TEXT).get(0);

    List<ProfileRow> profiles(List<Person> people) {
        return people.stream()
                .filter(person -> dice.percent(80))
                .map(this::profile)
                .toList();
    }

    private ProfileRow profile(Person person) {
        String city = dice.pick(person.culture().words("city"));
        Phrases phrases = new Phrases(words, dice)
                .with("city", city)
                .with("dish", dice.pick(person.culture().words("dish")));
        List<String> bio = new ArrayList<>();
        if (dice.percent(60)) {
            bio.add(phrases.one("opening"));
        }
        bio.addAll(phrases.several("sentence", dice.between(1, 2)));
        String separator = dice.percent(10) ? "\n" : " ";
        return new ProfileRow(person.username(), city, birthDate(), String.join(separator, bio));
    }

    /** Most users are between thirty and forty-five years old. */
    private LocalDate birthDate() {
        return OLDEST_BIRTH_DATE.plusDays(dice.below(7_300) + dice.below(7_300) + dice.below(7_300));
    }
}
