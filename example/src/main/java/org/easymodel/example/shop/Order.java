package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.easymodel.model.UtcInstantConverter;
import org.jspecify.annotations.Nullable;

/** What a user bought at once. Its table is called ORDER, a word that SQL reserves. */
@Entity
public class Order extends EasyModel {

    @Column(nullable = false, unique = true, length = 20)
    private String number = "";

    @References(User.class)
    @Column(name = "USER_ID", nullable = false)
    private @Nullable Long userId;

    @Column(nullable = false, length = 10)
    private String status = "open";

    @Column(name = "PLACED_AT", nullable = false)
    @Convert(converter = UtcInstantConverter.class)
    private Instant placedAt = Instant.EPOCH;

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public @Nullable Long getUserId() {
        return userId;
    }

    public void setUserId(@Nullable Long userId) {
        this.userId = userId;
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
    }

    public Instant getPlacedAt() {
        return placedAt;
    }

    public void setPlacedAt(Instant placedAt) {
        this.placedAt = placedAt;
    }
}
