package org.easymodel.contract.inference.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.List;

/** With an id from a sequence, and a field for the other side. */
@Entity
public class Captain {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String name;

    @Transient
    private List<Boat> boats;

    protected Captain() {}

    public Captain(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Boat> getBoats() {
        return boats;
    }
}
