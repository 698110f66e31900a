package org.easymodel.example.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The customers, of whom some buy far more often than others. */
final class Buyers {

    private record Buyer(Person person, int appetite) {}

    private final Dice dice;
    private final Weighted<Buyer> buyers;

    Buyers(List<Person> people, Dice dice) {
        this.dice = dice;
        List<Person> ranking =
                dice.shuffled(people.stream().filter(Person::isCustomer).toList());
        List<Buyer> customers = new ArrayList<>();
        for (int rank = 0; rank < ranking.size(); rank++) {
            customers.add(new Buyer(ranking.get(rank), 100_000 / (rank + 15)));
        }
        this.buyers = new Weighted<>(customers, Buyer::appetite);
    }

    Person registeredBefore(Instant time) {
        Person person = buyers.pick(dice).person();
        while (!person.row().registeredAt().isBefore(time)) {
            person = buyers.pick(dice).person();
        }
        return person;
    }
}
