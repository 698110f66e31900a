package org.easymodel.contract.builder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A plain class. */
@Entity
public class Volume {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Column(length = 80)
    private String shortTitle;

    private Long shelfId;

    protected Volume() {}

    public Volume(String shortTitle, Long shelfId) {
        this.shortTitle = shortTitle;
        this.shelfId = shelfId;
    }

    public Long getId() {
        return id;
    }

    public String shortTitle() {
        return shortTitle;
    }
}
