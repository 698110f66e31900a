package org.easymodel.cdi.notes;

import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;

/** Something to do, in the unit {@code tasks}. */
@Entity
public class Task extends EasyModel {

    private String text;

    protected Task() {}

    public Task(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
