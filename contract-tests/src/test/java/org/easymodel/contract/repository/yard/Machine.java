package org.easymodel.contract.repository.yard;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.Set;

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Machine {

    /** How often a callback ran, of all machines. */
    public static final java.util.concurrent.atomic.AtomicInteger CALLBACKS =
            new java.util.concurrent.atomic.AtomicInteger();

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private long version;

    @Column(unique = true, nullable = false, length = 20)
    private String serial;

    @Column(unique = true, length = 20)
    private String plate;

    private String stamp;

    @Embedded
    private Spot spot;

    @ElementCollection
    private Set<String> labels;

    @ManyToOne(fetch = FetchType.LAZY)
    private Room room;

    @Transient
    private boolean kept;

    @PrePersist
    void stamp() {
        stamp = "stamped " + serial;
        CALLBACKS.incrementAndGet();
    }

    @PostPersist
    void kept() {
        kept = true;
        CALLBACKS.incrementAndGet();
    }

    public Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getSerial() {
        return serial;
    }

    public String getStamp() {
        return stamp;
    }

    public Spot getSpot() {
        return spot;
    }

    public Set<String> getLabels() {
        return labels;
    }

    public Room getRoom() {
        return room;
    }
}
