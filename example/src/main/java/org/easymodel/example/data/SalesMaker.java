package org.easymodel.example.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Invents the orders: of some heavy buyers and many occasional ones, of some bestsellers and many slow sellers. */
final class SalesMaker {

    private static final int COUNT = 5_000;
    private static final Duration TIME_UNTIL_SENT = Duration.ofDays(6);
    private static final Weighted<String> LATEST_STATES = states(45, 35, 14, 6);
    private static final Weighted<String> OLDER_STATES = states(1, 2, 91, 6);

    private final Dice dice = new Dice("orders");
    private final Weighted<Integer> basketSizes = Weighted.numbers(1, 28, 28, 20, 14, 10);
    private final Buyers buyers;
    private final Shelf shelf;
    private final List<OrderRow> orders = new ArrayList<>();
    private final List<OrderItemRow> items = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();

    SalesMaker(List<Person> people, List<Article> articles) {
        this.buyers = new Buyers(people, dice);
        this.shelf = new Shelf(articles);
    }

    Sales sales() {
        Weighted<LocalDate> days = OpeningTimes.orderDays();
        Stream.generate(() -> OpeningTimes.sometimeOn(days.pick(dice), dice))
                .limit(COUNT)
                .sorted()
                .forEachOrdered(this::addOrder);
        return new Sales(List.copyOf(orders), List.copyOf(items), List.copyOf(purchases));
    }

    private void addOrder(Instant placedAt) {
        Person buyer = buyers.registeredBefore(placedAt);
        boolean latest = placedAt.plus(TIME_UNTIL_SENT).isAfter(OpeningTimes.END);
        String status = (latest ? LATEST_STATES : OLDER_STATES).pick(dice);
        String number = String.format(Locale.ROOT, "SO-%06d", orders.size() + 1);
        orders.add(new OrderRow(number, buyer.username(), status, placedAt));
        for (Article article : basket()) {
            items.add(new OrderItemRow(number, article.sku(), quantity(article), price(article, placedAt)));
            if (status.equals("sent")) {
                purchases.add(new Purchase(buyer, article, placedAt));
            }
        }
    }

    /** Who buys one thing often buys another one of the same category. */
    private Set<Article> basket() {
        int size = basketSizes.pick(dice);
        Article first = shelf.any(dice);
        Set<Article> basket = new LinkedHashSet<>();
        basket.add(first);
        while (basket.size() < size) {
            basket.add(dice.percent(35) ? shelf.similar(first, dice) : shelf.any(dice));
        }
        return basket;
    }

    private int quantity(Article article) {
        if (dice.percent(75) || article.cents() > 30_000) {
            return 1;
        }
        return article.cents() < 3_000 ? dice.between(2, 8) : dice.between(2, 3);
    }

    /** Prices were lower in former years, and now and then there was a sale. */
    private BigDecimal price(Article article, Instant placedAt) {
        long years = Duration.between(placedAt, OpeningTimes.END).toDays() / 365;
        long percent = 100 - 3 * years - (dice.percent(12) ? 10 : 0);
        return BigDecimal.valueOf((article.cents() * percent + 50) / 100, 2);
    }

    private static Weighted<String> states(int open, int paid, int sent, int cancelled) {
        List<String> states = List.of("open", "paid", "sent", "cancelled");
        List<Integer> shares = List.of(open, paid, sent, cancelled);
        return new Weighted<>(states, state -> shares.get(states.indexOf(state)));
    }
}
