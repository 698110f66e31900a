package org.easymodel.contract.start.second;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** What the second version has besides. */
@Entity
public class Booking {

    @Id
    private long id;

    private Long accountId;

    private long cents;

    /** For Jakarta Persistence. */
    public Booking() {}

    public Booking(long id, Long accountId, long cents) {
        this.id = id;
        this.accountId = accountId;
        this.cents = cents;
    }
}
