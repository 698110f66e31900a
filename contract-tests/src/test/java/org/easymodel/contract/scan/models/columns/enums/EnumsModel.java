package org.easymodel.contract.scan.models.columns.enums;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Enumerations by position and by name, in columns, collections and keys of maps. */
public final class EnumsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Shirt.class, Laundry.class, SizeCode.class);
    }

    @Override
    public List<Object> rows() {
        Shirt shirt = new Shirt();
        shirt.id = 1L;
        shirt.colour = Colour.RED;
        shirt.fit = Fit.WIDE;
        shirt.named = Colour.BLUE;
        shirt.size = Size.LARGE;
        shirt.alternatives.add(Colour.GREEN);
        shirt.alternatives.add(Colour.RED);
        shirt.positions.add(Fit.TIGHT);
        shirt.stock.put(Fit.TIGHT, 5);
        shirt.labels.put(Colour.GREEN, "grass");
        Laundry laundry = new Laundry();
        laundry.programme = Programme.DELICATE_WITH_A_RATHER_LONG_NAME;
        laundry.shirts.put(Colour.RED, shirt);
        return List.of(shirt, laundry);
    }

    @Override
    public void change(Rows rows) {
        Shirt shirt = rows.the(Shirt.class);
        shirt.colour = null;
        shirt.alternatives.remove(Colour.RED);
        shirt.stock.put(Fit.WIDE, 1);
        rows.the(Laundry.class).temperature = 40;
    }

    @Converter(autoApply = true)
    public static final class SizeCode implements AttributeConverter<Size, String> {

        @Override
        public String convertToDatabaseColumn(Size size) {
            return size == null ? null : size.name().substring(0, 1);
        }

        @Override
        public Size convertToEntityAttribute(String code) {
            return code == null ? null : code.equals("S") ? Size.SMALL : Size.LARGE;
        }
    }
}

@Entity
class Shirt {
    @Id
    Long id;

    Colour colour;

    @Enumerated
    @Column(nullable = false)
    Fit fit;

    @Enumerated(EnumType.STRING)
    @Column(length = 5)
    Colour named;

    Size size;

    @ElementCollection
    @Enumerated(EnumType.STRING)
    Set<Colour> alternatives = new HashSet<>();

    @ElementCollection
    List<Fit> positions = new ArrayList<>();

    @ElementCollection
    @MapKeyEnumerated
    @MapKeyColumn(name = "FIT")
    Map<Fit, Integer> stock = new HashMap<>();

    @ElementCollection
    @MapKeyEnumerated(EnumType.STRING)
    Map<Colour, String> labels = new HashMap<>();
}

@Entity
class Laundry {
    /** An enumeration that is the id. */
    @Id
    @Enumerated(EnumType.STRING)
    Programme programme;

    int temperature;

    @OneToMany
    @MapKeyEnumerated(EnumType.STRING)
    Map<Colour, Shirt> shirts = new HashMap<>();
}

enum Colour {
    RED,
    GREEN,
    BLUE
}

enum Fit {
    TIGHT,
    WIDE {
        @Override
        int extra() {
            return 2;
        }
    };

    int extra() {
        return 0;
    }
}

enum Programme {
    DELICATE_WITH_A_RATHER_LONG_NAME,
    HOT
}

enum Size {
    SMALL,
    LARGE
}
