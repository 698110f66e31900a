package org.easymodel.contract.observe;

import jakarta.persistence.Entity;
import java.util.List;
import org.easymodel.model.EasyModel;

/** A device. */
@Entity
class Device extends EasyModel {

    private String type;

    protected Device() {}

    List<Reading> readings() {
        return relatedList("readings", Reading.class);
    }
}
