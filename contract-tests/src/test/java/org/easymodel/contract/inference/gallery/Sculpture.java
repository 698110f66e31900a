package org.easymodel.contract.inference.gallery;

import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** With the base class as the place for what leads to it. */
@Entity
public class Sculpture extends EasyModel {

    private String title;

    protected Sculpture() {}

    public Sculpture(String title) {
        this.title = title;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
