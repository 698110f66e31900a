package org.easymodel.example.data;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Lets some of the buyers write a review some days after their purchase. */
final class ReviewMaker {

    private static final int COUNT = 3_000;
    private static final List<Weighted<Integer>> RATINGS = List.of(
            Weighted.numbers(1, 26, 24, 24, 17, 9),
            Weighted.numbers(1, 6, 9, 18, 40, 27),
            Weighted.numbers(1, 2, 3, 7, 29, 59));

    private final Dice dice = new Dice("reviews");
    private final ReviewText text = new ReviewText(dice);

    /** Returns the reviews in the order in which they were written. */
    List<ReviewRow> reviews(List<Purchase> purchases) {
        Set<String> pairs = new HashSet<>();
        List<ReviewRow> reviews = new ArrayList<>();
        for (Purchase purchase : dice.shuffled(purchases)) {
            Instant writtenAt = writtenAt(purchase);
            boolean soonEnough = writtenAt.isBefore(OpeningTimes.END);
            String pair = purchase.article().sku() + " " + purchase.buyer().username();
            if (soonEnough && reviews.size() < COUNT && pairs.add(pair)) {
                reviews.add(review(purchase, writtenAt));
            }
        }
        reviews.sort(Comparator.comparing(ReviewRow::writtenAt));
        return List.copyOf(reviews);
    }

    private Instant writtenAt(Purchase purchase) {
        return purchase.placedAt()
                .plus(Duration.ofDays(3 + dice.below(20) * dice.below(20) / 8))
                .plus(Duration.ofSeconds(dice.below(36_000)));
    }

    private ReviewRow review(Purchase purchase, Instant writtenAt) {
        Article article = purchase.article();
        int rating = RATINGS.get(article.quality()).pick(dice);
        Phrases phrases = text.about(article);
        return new ReviewRow(
                article.sku(),
                purchase.buyer().username(),
                rating,
                text.title(phrases, rating),
                text.comment(phrases, article, rating),
                writtenAt);
    }
}
