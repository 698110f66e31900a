package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import org.easymodel.model.EasyModel;
import org.easymodel.model.UtcInstantConverter;
import org.jspecify.annotations.Nullable;

/** What a user thinks of a product. The product is a declared relationship; the user is inferred from the name of its key. */
@Entity
@Table(
        name = "REVIEW",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UK_REVIEW_ONCE",
                        columnNames = {"PRODUCT_ID", "USER_ID"}))
public class Review extends EasyModel {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "PRODUCT_ID", nullable = false)
    private @Nullable Product product;

    @Column(name = "USER_ID", nullable = false)
    private @Nullable Long userId;

    private int rating;

    @Column(nullable = false, length = 80)
    private String title = "";

    @Column(name = "REVIEW_TEXT", length = 1000)
    private @Nullable String comment;

    @Column(name = "WRITTEN_AT", nullable = false)
    @Convert(converter = UtcInstantConverter.class)
    private Instant writtenAt = Instant.EPOCH;

    public @Nullable Product getProduct() {
        return product;
    }

    public void setProduct(@Nullable Product product) {
        this.product = product;
    }

    public @Nullable Long getUserId() {
        return userId;
    }

    public void setUserId(@Nullable Long userId) {
        this.userId = userId;
    }

    public int getRating() {
        return rating;
    }

    public void setRating(int rating) {
        this.rating = rating;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }

    public Instant getWrittenAt() {
        return writtenAt;
    }

    public void setWrittenAt(Instant writtenAt) {
        this.writtenAt = writtenAt;
    }
}
