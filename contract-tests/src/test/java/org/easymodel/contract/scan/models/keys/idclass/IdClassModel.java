package org.easymodel.contract.scan.models.keys.idclass;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.keys.idclass.IdClassModel.TownId;

/** An id of several attributes, with a relationship among them, and keys to it. */
public final class IdClassModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Region.class, Town.class, Bridge.class);
    }

    @Override
    public List<Object> rows() {
        Region region = new Region();
        region.code = "ST";
        region.name = "Styria";
        Town town = new Town();
        town.region = region;
        town.name = "Graz";
        town.zip = 8010;
        town.people = 300_000;
        Bridge bridge = new Bridge();
        bridge.id = 1L;
        bridge.west = town;
        bridge.built = 1900;
        return List.of(region, town, bridge);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Region.class).name = "Steiermark";
        rows.the(Town.class).people = 1;
        rows.the(Bridge.class).west = null;
    }

    public static final class TownId implements Serializable {
        private static final long serialVersionUID = 1;

        String region;
        String name;
        int zip;

        @Override
        public boolean equals(Object other) {
            return other instanceof TownId id && id.region.equals(region) && id.name.equals(name) && id.zip == zip;
        }

        @Override
        public int hashCode() {
            return Objects.hash(region, name, zip);
        }
    }
}

@Entity
class Region {
    @Id
    @Column(length = 4)
    String code;

    String name;
}

@Entity
@IdClass(TownId.class)
class Town {
    @Id
    @ManyToOne
    @JoinColumn(name = "REGION_CODE")
    Region region;

    @Id
    @Column(length = 60)
    String name;

    @Id
    int zip;

    int people;
}

@Entity
class Bridge {
    @Id
    Long id;

    int built;

    @ManyToOne
    @JoinColumn(name = "W_REGION", referencedColumnName = "REGION_CODE")
    @JoinColumn(name = "W_NAME", referencedColumnName = "NAME")
    @JoinColumn(name = "W_ZIP", referencedColumnName = "ZIP")
    Town west;
}
