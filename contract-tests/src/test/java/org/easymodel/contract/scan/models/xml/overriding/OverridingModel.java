package org.easymodel.contract.scan.models.xml.overriding;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Annotations of which a file overrides a part: a table, a length, a key, a converter, and the default schema. */
public final class OverridingModel implements ScanModel {

    private static final String ORM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                <persistence-unit-metadata>
                    <persistence-unit-defaults>
                        <schema>GARAGE</schema>
                    </persistence-unit-defaults>
                </persistence-unit-metadata>
                <package>org.easymodel.contract.scan.models.xml.overriding</package>
                <mapped-superclass class="Labelled">
                    <attributes>
                        <basic name="label"><column name="LABEL_TEXT" length="33"/></basic>
                    </attributes>
                </mapped-superclass>
                <entity class="Bike">
                    <table name="BICYCLE"/>
                    <attributes>
                        <basic name="frame">
                            <column name="FRAME_NO" length="12" nullable="false" unique="true"/>
                        </basic>
                        <many-to-one name="rack" optional="false">
                            <join-column name="RACK_CODE"/>
                        </many-to-one>
                    </attributes>
                </entity>
            </entity-mappings>
            """;

    @Override
    public List<Class<?>> classes() {
        return List.of(Labelled.class, Bike.class, Rack.class);
    }

    @Override
    public Map<String, String> mappingFiles() {
        return Map.of("META-INF/orm-of-garage.xml", ORM);
    }

    @Override
    public List<String> schemas() {
        return List.of("GARAGE");
    }

    @Override
    public List<Object> rows() {
        Rack rack = new Rack();
        rack.code = "R1";
        rack.label = "first";
        Bike bike = new Bike();
        bike.label = "mine";
        bike.frame = "F-1";
        bike.gears = 21;
        bike.rack = rack;
        return List.of(rack, bike);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Rack.class).label = "second";
        rows.the(Bike.class).gears = 7;
    }
}

@MappedSuperclass
abstract class Labelled {
    @Column(length = 99)
    String label;
}

@Entity
class Bike extends Labelled {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Column(length = 200)
    String frame;

    @Column(nullable = false)
    Integer gears;

    @ManyToOne
    Rack rack;
}

@Entity
class Rack extends Labelled {
    @Id
    @Column(length = 6)
    String code;
}
