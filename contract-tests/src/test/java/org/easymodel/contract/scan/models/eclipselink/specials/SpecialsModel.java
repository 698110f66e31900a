package org.easymodel.contract.scan.models.eclipselink.specials;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.eclipse.persistence.annotations.Cache;
import org.eclipse.persistence.annotations.ConversionValue;
import org.eclipse.persistence.annotations.Convert;
import org.eclipse.persistence.annotations.Mutable;
import org.eclipse.persistence.annotations.ObjectTypeConverter;
import org.eclipse.persistence.annotations.OptimisticLocking;
import org.eclipse.persistence.annotations.OptimisticLockingType;
import org.eclipse.persistence.annotations.PrivateOwned;
import org.eclipse.persistence.annotations.ReadTransformer;
import org.eclipse.persistence.annotations.Transformation;
import org.eclipse.persistence.annotations.TypeConverter;
import org.eclipse.persistence.annotations.WriteTransformer;
import org.eclipse.persistence.mappings.foundation.AbstractTransformationMapping;
import org.eclipse.persistence.mappings.transformers.AttributeTransformer;
import org.eclipse.persistence.mappings.transformers.FieldTransformer;
import org.eclipse.persistence.sessions.DataRecord;
import org.eclipse.persistence.sessions.Session;

/** What only EclipseLink has: its converters, private parts, transformations, and its own kinds of keys. */
public final class SpecialsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Room.class, Lamp.class, SpecialsModel.Opening.class, SpecialsModel.Closing.class);
    }

    @Override
    public List<Object> rows() {
        Room room = new Room();
        room.id = 1L;
        room.gender = "female";
        room.bounds = new Date(5000);
        room.hours = new ArrayList<>(List.of(8, 17));
        room.parity = true;
        Lamp lamp = new Lamp();
        lamp.watts = 40;
        room.lamps.add(lamp);
        return List.of(room, lamp);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Room.class).hours = new ArrayList<>(List.of(9, 18));
        rows.the(Lamp.class).watts = 5;
    }

    @Override
    public void loosen(Rows rows) {
        rows.the(Room.class).gender = "male";
    }

    /** The first of the hours. */
    public static final class Opening implements FieldTransformer {
        private static final long serialVersionUID = 1;

        @Override
        public void initialize(AbstractTransformationMapping mapping) {}

        @Override
        public Integer buildFieldValue(Object room, String field, Session session) {
            return ((Room) room).hours.get(0);
        }
    }

    /** The last of the hours. */
    public static final class Closing implements FieldTransformer {
        private static final long serialVersionUID = 1;

        @Override
        public void initialize(AbstractTransformationMapping mapping) {}

        @Override
        public Integer buildFieldValue(Object room, String field, Session session) {
            return ((Room) room).hours.get(1);
        }
    }

    /** Both hours again. */
    public static final class Hours implements AttributeTransformer {
        private static final long serialVersionUID = 1;

        @Override
        public void initialize(AbstractTransformationMapping mapping) {}

        @Override
        public Object buildAttributeValue(DataRecord row, Object room, Session session) {
            return new ArrayList<>(
                    List.of(((Number) row.get("OPENS")).intValue(), ((Number) row.get("CLOSES")).intValue()));
        }
    }
}

@Entity
@OptimisticLocking(type = OptimisticLockingType.CHANGED_COLUMNS)
@ObjectTypeConverter(
        name = "gender",
        dataType = String.class,
        objectType = String.class,
        conversionValues = {
            @ConversionValue(dataValue = "F", objectValue = "female"),
            @ConversionValue(dataValue = "M", objectValue = "male")
        })
@TypeConverter(name = "flag", dataType = Integer.class, objectType = Boolean.class)
class Room {
    @Id
    Long id;

    @Convert("gender")
    @Column(length = 1)
    String gender;

    @Mutable
    @Temporal(TemporalType.TIMESTAMP)
    Date bounds;

    @Convert("flag")
    Boolean parity;

    @Transformation
    @ReadTransformer(transformerClass = SpecialsModel.Hours.class)
    @WriteTransformer(transformerClass = SpecialsModel.Opening.class, column = @Column(name = "OPENS"))
    @WriteTransformer(transformerClass = SpecialsModel.Closing.class, column = @Column(name = "CLOSES"))
    List<Integer> hours;

    @OneToMany
    @JoinColumn(name = "ROOM_ID")
    @PrivateOwned
    Set<Lamp> lamps = new HashSet<>();
}

@Entity
@Cache(alwaysRefresh = true)
class Lamp {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    int watts;
}
