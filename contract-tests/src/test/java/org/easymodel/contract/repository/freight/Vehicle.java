package org.easymodel.contract.repository.freight;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.References;

/** With subclasses, a version, and plain fields for what is inferred. */
@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
public class Vehicle {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Version
    private int version;

    @DefaultValue("unknown")
    private String plate;

    @References(value = Depot.class, inverse = "vehicles")
    private Long depotId;

    @Transient
    private Depot depot;

    @Transient
    private List<Driver> drivers = new ArrayList<>();

    public Long getId() {
        return id;
    }

    public String getPlate() {
        return plate;
    }

    public void setPlate(String plate) {
        this.plate = plate;
    }

    public Long getDepotId() {
        return depotId;
    }

    public Depot getDepot() {
        return depot;
    }

    public void setDepot(Depot depot) {
        this.depot = depot;
    }

    public List<Driver> getDrivers() {
        return drivers;
    }
}
