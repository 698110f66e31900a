package org.easymodel.cdi.notes;

import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;

/** An entity whose annotations are wrong. */
@Entity
public class Remark extends EasyModel {

    @References(Stranger.class)
    private Long strangerId;

    @References(Remark.class)
    private String answerId;

    private Long noteId;

    public Long strangerId() {
        return strangerId;
    }

    public String answerId() {
        return answerId;
    }
}
