package org.easymodel.server.guestbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Transient;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** What a guest wrote; a plain class with a raw foreign key and a field for what is inferred from it. */
@Entity
public class Entry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "EntrySequence")
    @SequenceGenerator(name = "EntrySequence", sequenceName = "ENTRY_SEQ", allocationSize = 10)
    private @Nullable Long id;

    @Column(name = "MESSAGE", nullable = false, length = 200)
    private String text = "";

    @References(Guest.class)
    @Column(name = "GUEST_ID", nullable = false)
    private @Nullable Long guestId;

    @Transient
    private @Nullable Guest guest;

    public @Nullable Long getId() {
        return id;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public @Nullable Long getGuestId() {
        return guestId;
    }

    public void setGuestId(@Nullable Long guestId) {
        this.guestId = guestId;
    }

    public @Nullable Guest getGuest() {
        return guest;
    }
}
