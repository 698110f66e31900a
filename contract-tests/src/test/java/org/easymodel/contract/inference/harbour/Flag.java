package org.easymodel.contract.inference.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** With an id that the application gives. */
@Entity
public class Flag {

    @Id
    private UUID id;

    private String country;

    protected Flag() {}

    public Flag(UUID id, String country) {
        this.id = id;
        this.country = country;
    }

    public UUID getId() {
        return id;
    }

    public String getCountry() {
        return country;
    }
}
