package org.easymodel.contract.scan.models.xml.complete;

import jakarta.persistence.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Mapped by a file alone; the annotations of the classes count for nothing. */
public final class CompleteModel implements ScanModel {

    private static final String ORM = """
            <?xml version="1.0" encoding="UTF-8"?>
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.0">
                <persistence-unit-metadata>
                    <xml-mapping-metadata-complete/>
                    <persistence-unit-defaults>
                        <access>FIELD</access>
                    </persistence-unit-defaults>
                </persistence-unit-metadata>
                <package>org.easymodel.contract.scan.models.xml.complete</package>
                <sequence-generator name="plants" sequence-name="PLANT_SEQ" allocation-size="20"/>
                <entity class="Plant">
                    <table name="PLANTS">
                        <unique-constraint name="UQ_PLANT"><column-name>LATIN</column-name></unique-constraint>
                        <index name="IX_PLANT" column-list="HEIGHT"/>
                    </table>
                    <attributes>
                        <id name="id">
                            <column name="PLANT_ID"/>
                            <generated-value strategy="SEQUENCE" generator="plants"/>
                        </id>
                        <basic name="latin" optional="false"><column name="LATIN" length="70"/></basic>
                        <basic name="height"><column name="HEIGHT" nullable="false"/></basic>
                        <many-to-one name="bed">
                            <join-column name="BED_NO"><foreign-key name="FK_PLANT_BED"/></join-column>
                        </many-to-one>
                        <element-collection name="names">
                            <order-column name="POS"/>
                            <column name="NAME" length="30"/>
                            <collection-table name="PLANT_NAME"><join-column name="PLANT"/></collection-table>
                        </element-collection>
                        <transient name="note"/>
                    </attributes>
                </entity>
                <entity class="Bed">
                    <attributes>
                        <id name="number"><column name="BED_NUMBER"/></id>
                        <version name="version"/>
                        <embedded name="size">
                            <attribute-override name="width"><column name="W"/></attribute-override>
                        </embedded>
                    </attributes>
                </entity>
                <embeddable class="Extent">
                    <attributes>
                        <basic name="width"/>
                        <basic name="depth"/>
                    </attributes>
                </embeddable>
            </entity-mappings>
            """;

    @Override
    public List<Class<?>> classes() {
        return List.of(Plant.class, Bed.class, Extent.class);
    }

    @Override
    public Map<String, String> mappingFiles() {
        return Map.of("META-INF/garden-orm.xml", ORM);
    }

    @Override
    public List<Object> rows() {
        Bed bed = new Bed();
        bed.number = 1;
        bed.size = new Extent();
        bed.size.width = 2;
        bed.size.depth = 3;
        Plant plant = new Plant();
        plant.latin = "Rosa";
        plant.bed = bed;
        plant.names.add("rose");
        return List.of(bed, plant);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Bed.class).size.width = 4;
        rows.the(Plant.class).height = 1.5;
    }
}

class Plant {
    Long id;

    @Column(name = "IGNORED", unique = true)
    String latin;

    double height;
    Bed bed;
    List<String> names = new ArrayList<>();
    String note;
}

class Bed {
    int number;
    long version;
    Extent size;
}

class Extent {
    int width;
    int depth;
}
