package org.easymodel.contract.scan.models.columns.accessed;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Annotations on getters, on fields, and mixed in one hierarchy. */
public final class AccessedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Named.class, Vessel.class, Harbour.class);
    }

    @Override
    public List<Object> rows() {
        Harbour harbour = new Harbour();
        harbour.setId(1L);
        harbour.setName("Trieste");
        harbour.berths = 4;
        Vessel vessel = new Vessel();
        vessel.setId(2L);
        vessel.setName("Ida");
        vessel.setHarbour(harbour);
        vessel.setLengthInMetres(12.5);
        return List.of(harbour, vessel);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Harbour.class).berths = 5;
        rows.the(Vessel.class).setName("Eva");
    }
}

@MappedSuperclass
abstract class Named {
    private Long key;
    private String label;

    @Id
    @Column(name = "ID")
    public Long getId() {
        return key;
    }

    public void setId(Long id) {
        key = id;
    }

    @Column(nullable = false, length = 30)
    public String getName() {
        return label;
    }

    public void setName(String name) {
        label = name;
    }

    /** Computed, so no column. */
    @Transient
    public String getShout() {
        return label + "!";
    }
}

@Entity
@Access(AccessType.PROPERTY)
class Vessel extends Named {
    private Harbour port;
    private double length;

    @ManyToOne
    public Harbour getHarbour() {
        return port;
    }

    public void setHarbour(Harbour harbour) {
        port = harbour;
    }

    @Column(name = "METRES")
    public double getLengthInMetres() {
        return length;
    }

    public void setLengthInMetres(double metres) {
        length = metres;
    }
}

@Entity
@Access(AccessType.FIELD)
class Harbour extends Named {
    @Column(name = "BERTH_COUNT")
    int berths;

    private transient int opened;

    @Access(AccessType.PROPERTY)
    @Column(name = "OPENED_IN")
    public int getOpened() {
        return opened;
    }

    public void setOpened(int opened) {
        this.opened = opened;
    }
}
