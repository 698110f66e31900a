package org.easymodel.contract.repository.yard;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
public class Room {

    @Id
    @Column(length = 10)
    private String code;

    private String floor;

    public String getCode() {
        return code;
    }

    public String getFloor() {
        return floor;
    }
}
