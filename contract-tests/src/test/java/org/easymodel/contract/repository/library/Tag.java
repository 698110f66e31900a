package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

@Entity
public class Tag extends EasyModel {

    @Column(unique = true, nullable = false)
    private String name;

    public Tag() {}

    public Tag(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }
}
