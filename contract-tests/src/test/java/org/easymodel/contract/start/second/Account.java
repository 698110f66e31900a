package org.easymodel.contract.start.second;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account as it was in the second version. */
@Entity
@Table(name = "ACCOUNT")
public class Account {

    @Id
    private long id;

    @Column(length = 80)
    private String owner;

    @Column(length = 3)
    private String currency;

    /** For Jakarta Persistence. */
    public Account() {}

    public Account(long id, String owner) {
        this.id = id;
        this.owner = owner;
    }

    public String getOwner() {
        return owner;
    }
}
