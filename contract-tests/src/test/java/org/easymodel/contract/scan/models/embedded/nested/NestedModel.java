package org.easymodel.contract.scan.models.embedded.nested;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Embeddables in embeddables, the same one twice under other names, and one that is null though it has a primitive. */
public final class NestedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Shipment.class, Place.class, Point.class, Measure.class, Depot.class);
    }

    @Override
    public List<Object> rows() {
        Depot depot = new Depot();
        depot.id = 1L;
        depot.place = place("depot", 1.5);
        Shipment shipment = new Shipment();
        shipment.id = 1L;
        shipment.from = place("Wien", 48.2);
        shipment.to = place("Graz", 47.1);
        shipment.size = new Measure();
        shipment.size.width = 10;
        shipment.size.unit = "cm";
        Shipment bare = new Shipment();
        bare.id = 2L;
        bare.from = place("Linz", 48.3);
        return List.of(depot, shipment, bare);
    }

    private static Place place(String town, double north) {
        Place place = new Place();
        place.town = town;
        place.point = new Point();
        place.point.north = north;
        place.point.east = -north;
        return place;
    }

    @Override
    public void change(Rows rows) {
        rows.the(Depot.class).place.point.north = 2;
        rows.the(Shipment.class).to = null;
        rows.the(Shipment.class, 1).from.town = "Wels";
    }
}

@Entity
class Shipment {
    @Id
    Long id;

    @Embedded
    @AttributeOverride(name = "town", column = @Column(name = "FROM_TOWN", nullable = false, length = 50))
    @AttributeOverride(name = "point.north", column = @Column(name = "FROM_NORTH"))
    @AttributeOverride(name = "point.east", column = @Column(name = "FROM_EAST"))
    Place from;

    /** May be null as a whole, so that its primitives are too. */
    @Embedded
    @AttributeOverride(name = "town", column = @Column(name = "TO_TOWN"))
    @AttributeOverride(name = "point.north", column = @Column(name = "TO_NORTH"))
    @AttributeOverride(name = "point.east", column = @Column(name = "TO_EAST"))
    Place to;

    Measure size;
}

@Entity
class Depot {
    @Id
    Long id;

    @Embedded
    Place place;
}

@Embeddable
class Place {
    String town;

    @Embedded
    Point point;
}

@Embeddable
class Point {
    double north;
    double east;
}

/** Without an annotation on the attribute. */
@Embeddable
class Measure {
    int width;

    @Column(length = 2)
    String unit;
}
