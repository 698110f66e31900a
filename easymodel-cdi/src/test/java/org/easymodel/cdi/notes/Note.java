package org.easymodel.cdi.notes;

import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** Something to remember, in the unit {@code notes}. */
@Entity
public class Note extends EasyModel {

    private String text;

    protected Note() {}

    public Note(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
