package org.easymodel.contract.scan.models.collections.maps;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/**
 * Maps whose keys are values, embeddables, entities and attributes of the values. Not an embeddable as key of plain values:
 * EclipseLink cannot write it.
 */
public final class MapsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Museum.class, Painting.class, Painter.class, Wall.class);
    }

    @Override
    public List<Object> rows() {
        Painter painter = new Painter();
        painter.id = 1L;
        painter.name = "Klimt";
        Painting painting = new Painting();
        painting.id = 1L;
        painting.title = "Kiss";
        Museum museum = new Museum();
        museum.id = 1L;
        painting.museum = museum;
        museum.byTitle.put("Kiss", painting);
        museum.masterpieces.put(painter, painting);
        museum.fees.put(painter, new BigDecimal("100"));
        museum.byWall.put(new Wall("south", 2), painting);
        museum.lent.put(LocalDate.of(2024, 1, 1), painting);
        museum.ranked.put(1, painting);
        return List.of(painter, museum, painting);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Painter.class).name = "Gustav Klimt";
        rows.the(Painting.class).price = 5;
        rows.the(Museum.class).fees.clear();
    }

    @Override
    public void loosen(Rows rows) {
        Museum museum = rows.the(Museum.class);
        museum.byWall.clear();
        museum.masterpieces.clear();
        museum.lent.clear();
        museum.ranked.clear();
        rows.the(Painting.class).museum = null;
        museum.byTitle.clear();
    }
}

@Entity
class Painter {
    @Id
    Long id;

    String name;
}

@Entity
class Museum {
    @Id
    Long id;

    /** The key is an attribute of the value. */
    @OneToMany(mappedBy = "museum")
    @MapKey(name = "title")
    Map<String, Painting> byTitle = new HashMap<>();

    @ManyToMany
    @MapKeyJoinColumn(name = "PAINTER")
    Map<Painter, Painting> masterpieces = new HashMap<>();

    @ElementCollection
    @MapKeyJoinColumn(name = "PAINTER_ID")
    @Column(name = "FEE")
    Map<Painter, BigDecimal> fees = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "HANGING")
    @AttributeOverride(name = "key.side", column = @Column(name = "WALL_SIDE", length = 10))
    Map<Wall, Painting> byWall = new HashMap<>();

    @ManyToMany
    @JoinTable(name = "LENT")
    @MapKeyColumn(name = "LENT_ON")
    Map<LocalDate, Painting> lent = new HashMap<>();

    /** The key is a column of the value's table. */
    @OneToMany
    @JoinColumn(name = "RANKED_IN")
    @MapKeyColumn(name = "RANKING")
    Map<Integer, Painting> ranked = new HashMap<>();
}

@Entity
class Painting {
    @Id
    Long id;

    @Column(nullable = false)
    String title;

    int price;

    @ManyToOne
    Museum museum;
}

@Embeddable
class Wall {
    String side;
    int number;

    Wall() {}

    Wall(String side, int number) {
        this.side = side;
        this.number = number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wall wall && wall.side.equals(side) && wall.number == number;
    }

    @Override
    public int hashCode() {
        return Objects.hash(side, number);
    }
}
