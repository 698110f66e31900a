package org.easymodel.contract.inference.traps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.UUID;
import org.easymodel.model.References;

/** A key that is a UUID, and a UUID that leads to a parcel or is null. */
@Entity
public class Parcel {

    @Id
    private UUID id;

    @References(Parcel.class)
    @Column(name = "PARENT_ID")
    private UUID parentId;

    @Transient
    private Parcel parent;

    @Transient
    private List<Parcel> children;

    public UUID getId() {
        return id;
    }

    public UUID getParentId() {
        return parentId;
    }

    public Parcel getParent() {
        return parent;
    }

    public List<Parcel> getChildren() {
        return children;
    }
}
