package org.easymodel.cdi.notes;

import jakarta.persistence.Entity;

/** An entity that no provider accepts: it has no key. */
@Entity
public class Keyless {

    private String text;

    public String text() {
        return text;
    }
}
