package org.easymodel.contract.repository.freight;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.easymodel.model.DefaultValue;

/** An embeddable that an entity cannot be without. */
@Embeddable
public class Licence {

    @Column(name = "LICENCE_NUMBER", nullable = false)
    private String number;

    @Column(name = "LICENCE_CLASS")
    @DefaultValue("B")
    private Character category;

    @Column(name = "LICENCE_POINTS")
    @DefaultValue("12")
    private int points;

    protected Licence() {}

    public Licence(String number) {
        this.number = number;
    }

    public String getNumber() {
        return number;
    }

    public Character getCategory() {
        return category;
    }

    public int getPoints() {
        return points;
    }
}
