package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** A word that products share. */
@Entity
public class Tag extends EasyModel {

    @Column(nullable = false, unique = true, length = 40)
    private String name = "";

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
