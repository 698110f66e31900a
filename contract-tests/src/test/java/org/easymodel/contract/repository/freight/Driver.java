package org.easymodel.contract.repository.freight;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.validation.constraints.Email;
import java.time.LocalDate;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;

@Entity
public class Driver extends EasyModel {

    @Column(nullable = false)
    private String name;

    @Email
    @Column(unique = true)
    private String email;

    @DefaultValue("now")
    private LocalDate since;

    @Embedded
    private Licence licence;

    @References(value = Vehicle.class, inverse = "drivers")
    private Long vehicleId;

    public Driver() {}

    public Driver(String name) {
        this.name = name;
        this.licence = new Licence("of " + name);
    }

    public String getName() {
        return name;
    }

    public Licence getLicence() {
        return licence;
    }

    public LocalDate getSince() {
        return since;
    }

    public Long getVehicleId() {
        return vehicleId;
    }

    public void setVehicleId(Long vehicleId) {
        this.vehicleId = vehicleId;
    }
}
