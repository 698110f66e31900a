package org.easymodel.contract.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Persistence;
import jakarta.persistence.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.failure.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that a person wrote, in whatever way, are not changed; what the setting cannot mean is refused. */
class WrittenNamesTest {

    @TempDir
    private Path directory;

    @MappedSuperclass
    static class Tracked {
        @Id
        Long keyNumber;

        String lastChange;

        String firstChange;
    }

    @Embeddable
    static class PostalAddress {
        String streetName;

        @Column(name = "ZIPCODE")
        String zipCode;
    }

    @Entity(name = "StockItem")
    @Table(name = "STOCKITEM")
    @AttributeOverride(name = "lastChange", column = @Column(name = "LASTCHANGE"))
    static class StockItem extends Tracked {
        @Column(name = "unitPrice")
        Integer unitPrice;

        String shelfNumber;

        String inFile;

        @Column(length = 10)
        String longText;

        @ManyToOne
        @JoinColumn(name = "\"keptIn\"")
        StockRoom keptIn;

        @Embedded
        @AttributeOverride(name = "streetName", column = @Column(name = "STREETNAME"))
        PostalAddress fromPlace;

        @ElementCollection
        List<PostalAddress> otherPlaces = new ArrayList<>();
    }

    @Entity(name = "StockRoom")
    static class StockRoom {
        @Id
        @Column(name = "ROOMNUMBER")
        Long roomNumber;

        String doorColor;
    }

    @Entity(name = "Stock_Item")
    static class Twin {
        @Id
        Long id;
    }

    @Entity(name = "StockItem")
    static class Unnamed {
        @Id
        Long id;
    }

    private static final String FILE = """
            <entity-mappings xmlns="https://jakarta.ee/xml/ns/persistence/orm" version="3.1">
              <package>org.easymodel.contract.naming</package>
              <entity class="WrittenNamesTest$StockItem">
                <attributes>
                  <basic name="inFile"><column name="INFILE"/></basic>
                </attributes>
              </entity>
              <entity class="org.easymodel.contract.naming.WrittenNamesTest$StockRoom">
                <table name="STOCKROOM"/>
              </entity>
            </entity-mappings>
            """;

    private static final String TABLES = """
            STOCKITEM: FIRST_CHANGE INFILE KEY_NUMBER LASTCHANGE LONG_TEXT SHELF_NUMBER STREETNAME UNITPRICE ZIPCODE keptIn
            STOCKROOM: DOOR_COLOR ROOMNUMBER
            STOCK_ITEM_OTHER_PLACES: STOCK_ITEM_KEY_NUMBER STREET_NAME ZIPCODE

            """;

    @Test
    void names_inAnnotationsAndMappingFiles_areKept() throws IOException {
        Files.createDirectories(directory.resolve("META-INF"));
        Files.writeString(directory.resolve("META-INF/orm.xml"), FILE);
        UnitXml unit = UnitXml.of(
                        "stock", List.of(StockItem.class, StockRoom.class, PostalAddress.class, Tracked.class))
                .with("easymodel.naming", "snake");

        assertThat(tables(unit, Map.of())).isEqualTo(TABLES);
    }

    @Test
    void strategy_ofTheUnit_beatsThatOfAll() throws IOException {
        Files.createDirectories(directory.resolve("META-INF"));
        Files.writeString(directory.resolve("META-INF/orm.xml"), FILE);
        UnitXml unit = UnitXml.of(
                        "stock", List.of(StockItem.class, StockRoom.class, PostalAddress.class, Tracked.class))
                .with("easymodel.naming", "jpa");

        assertThat(tables(unit, Map.of("easymodel.stock.naming", " Snake "))).isEqualTo(TABLES);
    }

    @Test
    void strategy_unknown_isRefused() {
        UnitXml unit = UnitXml.of("stock", List.of(StockRoom.class)).with("easymodel.naming", "camel");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> UnitPath.of(directory, unit).call(() -> SchemaScan.schema("stock", Map.of())))
                .withMessage(
                        "EM-1030 persistence unit 'stock': the setting easymodel.naming is 'camel', which is no naming"
                                + " strategy. Set it to jpa, snake, snake-plural or package-prefix.");
    }

    @Test
    void tables_thatWouldBeOne_areRefused() {
        UnitXml unit = UnitXml.of("stock", List.of(Twin.class, Unnamed.class)).with("easymodel.naming", "snake");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> UnitPath.of(directory, unit).call(() -> SchemaScan.schema("stock", Map.of())))
                .withMessage("EM-1031 table STOCK_ITEM: the naming strategy 'snake' gives this name to the tables of"
                        + " StockItem and Stock_Item. Name one of them in the mapping, as in @Table(name = ...).");
    }

    @Test
    void deployment_thatIsRepeated_changesNothing() {
        UnitXml unit = UnitXml.of("stock", List.of(StockRoom.class)).with("easymodel.naming", "snake-plural");
        String late = "jdbc:h2:mem:written_late;DB_CLOSE_DELAY=-1";

        String tables = UnitPath.of(directory, unit).call(() -> {
            Map<String, String> properties = properties(late + ";IFEXISTS=TRUE", Map.of());
            EntityManagerFactory factory = Persistence.createEntityManagerFactory("stock", properties);
            for (int i = 0; i < 2; i++) {
                assertThatExceptionOfType(RuntimeException.class).isThrownBy(factory::createEntityManager);
            }
            Schemas.of(late);
            factory.createEntityManager().close();
            factory.close();
            return Schemas.of(late);
        });

        assertThat(tables).isEqualTo("STOCK_ROOMS: DOOR_COLOR ROOMNUMBER\n\n");
    }

    private String tables(UnitXml unit, Map<String, String> further) {
        String url = "jdbc:h2:mem:written_" + further.size() + ";DB_CLOSE_DELAY=-1";
        return UnitPath.of(directory, unit).call(() -> {
            try (EntityManagerFactory factory =
                    Persistence.createEntityManagerFactory("stock", properties(url, further))) {
                factory.createEntityManager().close();
                return Schemas.of(url);
            }
        });
    }

    private static Map<String, String> properties(String url, Map<String, String> further) {
        Map<String, String> properties = new HashMap<>(further);
        properties.put("jakarta.persistence.jdbc.url", url);
        properties.put("eclipselink.ddl-generation", "create-tables");
        properties.put("eclipselink.session-name", "written-" + url);
        return properties;
    }
}
