package org.easymodel.server.guestbook;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** Somebody who wrote into the book. */
@Entity
public class Guest extends EasyModel {

    @Column(nullable = false, unique = true, length = 40)
    private String name = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
