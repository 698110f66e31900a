package org.easymodel.cdi.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** Something to remember, in the unit {@code notes}. */
@Entity
public class Note extends EasyModel {

    @Column(length = 100)
    private String text;

    protected Note() {}

    public Note(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
