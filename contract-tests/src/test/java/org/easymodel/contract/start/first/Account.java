package org.easymodel.contract.start.first;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An account as it was in the first version. */
@Entity
@Table(name = "ACCOUNT")
public class Account {

    @Id
    private long id;

    @Column(length = 80)
    private String owner;

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
