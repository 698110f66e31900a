package org.easymodel.contract.repository.freight;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Leads to a shipment, whose natural key has a declared relationship in it. */
@Entity
public class Load {

    @Id
    private Long id;

    @ManyToOne(optional = false)
    private Shipment shipment;

    public Long getId() {
        return id;
    }

    public Shipment getShipment() {
        return shipment;
    }
}
