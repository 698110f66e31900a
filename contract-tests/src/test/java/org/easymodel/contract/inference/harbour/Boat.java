package org.easymodel.contract.inference.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.UUID;
import org.easymodel.model.References;

/** Keys with fields for what they lead to. */
@Entity
public class Boat {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    private String name;

    @References(Captain.class)
    private Long captainId;

    @Transient
    private Captain captain;

    @References(Flag.class)
    private UUID flagId;

    @Transient
    private Flag flag;

    @References(Dock.class)
    private Long dockId;

    @Transient
    private Dock dock;

    @References(Boat.class)
    private Long tugId;

    @Transient
    private Boat tug;

    protected Boat() {}

    public Boat(String name) {
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getCaptainId() {
        return captainId;
    }

    public void setCaptainId(Long captainId) {
        this.captainId = captainId;
    }

    public Captain getCaptain() {
        return captain;
    }

    public void setCaptain(Captain captain) {
        this.captain = captain;
    }

    public UUID getFlagId() {
        return flagId;
    }

    public Flag getFlag() {
        return flag;
    }

    public void setFlag(Flag flag) {
        this.flag = flag;
    }

    public Long getDockId() {
        return dockId;
    }

    public void setDock(Dock dock) {
        this.dock = dock;
    }

    public Long getTugId() {
        return tugId;
    }

    public void setTugId(Long tugId) {
        this.tugId = tugId;
    }

    public void setTug(Boat tug) {
        this.tug = tug;
    }
}
