package org.easymodel.contract.observe;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** A weather station, whose readings are mapped by its author. */
@Entity
class Station {

    @Id
    @GeneratedValue
    private Long id;

    @Column(unique = true)
    private String name;

    @OneToMany(mappedBy = "station")
    private List<Reading> readings = new ArrayList<>();

    protected Station() {}

    Station(String name) {
        this.name = name;
    }

    Long getId() {
        return id;
    }

    List<Reading> getReadings() {
        return readings;
    }
}
