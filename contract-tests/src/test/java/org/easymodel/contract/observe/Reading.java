package org.easymodel.contract.observe;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;

/** A reading of a station, by a device that is known by its key only. */
@Entity
class Reading {

    @Id
    @GeneratedValue
    private Long id;

    private int value;

    @ManyToOne(fetch = FetchType.LAZY)
    private Station station;

    private Long deviceId;

    @Transient
    private Device device;

    protected Reading() {}

    int getValue() {
        return value;
    }

    Device getDevice() {
        return device;
    }
}
