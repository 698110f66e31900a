package org.easymodel.contract.repository.freight;

import jakarta.persistence.Embeddable;

/** Degrees on a map; an embeddable inside another. */
@Embeddable
public class Place {

    private double latitude;

    private double longitude;

    protected Place() {}

    public Place(double latitude, double longitude) {
        this.latitude = latitude;
        this.longitude = longitude;
    }

    public double getLatitude() {
        return latitude;
    }
}
