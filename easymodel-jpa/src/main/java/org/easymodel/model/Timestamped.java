package org.easymodel.model;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A base class for entities that note when they were created and last changed. Both are points in time, kept in columns of
 * Coordinated Universal Time and cut to microseconds, the precision that every supported database has.
 *
 * <p>The session customizer sees to the columns: a converter class would have to be listed in {@code persistence.xml} of
 * every application.
 */
@MappedSuperclass
@Access(AccessType.FIELD)
public abstract class Timestamped {

    @Column(name = "CREATED_AT", nullable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "UPDATED_AT", nullable = false)
    private @Nullable Instant updatedAt;

    /** An entity that was not stored yet. */
    protected Timestamped() {}

    /** When the row was inserted; null before. */
    public @Nullable Instant getCreatedAt() {
        return createdAt;
    }

    /** When the row was inserted or last updated; null before. */
    public @Nullable Instant getUpdatedAt() {
        return updatedAt;
    }

    @PrePersist
    void created() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (createdAt == null) {
            createdAt = now;
        }
        updatedAt = now;
    }

    @PreUpdate
    void updated() {
        updatedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
