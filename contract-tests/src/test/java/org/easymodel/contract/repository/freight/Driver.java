package org.easymodel.contract.repository.freight;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.Email;
import java.time.LocalDate;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.References;

@Entity
public class Driver {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

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

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
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
