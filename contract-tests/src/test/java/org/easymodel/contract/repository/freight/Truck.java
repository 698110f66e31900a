package org.easymodel.contract.repository.freight;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import org.easymodel.model.DefaultValue;

@Entity
public class Truck extends Vehicle {

    @Column(precision = 6, scale = 2)
    @DefaultValue("7.50")
    private BigDecimal tons;

    public BigDecimal getTons() {
        return tons;
    }

    public void setTons(BigDecimal tons) {
        this.tons = tons;
    }
}
