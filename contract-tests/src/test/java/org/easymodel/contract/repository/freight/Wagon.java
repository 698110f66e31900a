package org.easymodel.contract.repository.freight;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import org.easymodel.model.References;

/** A chain: each leads to the next. */
@Entity
public class Wagon {

    @Id
    private Long id;

    @References(value = Wagon.class, inverse = "before")
    private Long nextId;

    @Transient
    private Wagon next;

    protected Wagon() {}

    public Wagon(long id, Wagon next) {
        this.id = id;
        this.next = next;
        this.nextId = next == null ? null : next.id;
    }

    public Long getId() {
        return id;
    }

    public Wagon getNext() {
        return next;
    }

    public void setNext(Wagon next) {
        this.next = next;
    }
}
