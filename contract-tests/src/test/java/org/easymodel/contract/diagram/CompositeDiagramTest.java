package org.easymodel.contract.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.contract.units.UnitPath;
import org.easymodel.contract.units.UnitXml;
import org.easymodel.diagram.ModelDiagram;
import org.easymodel.eclipselink.scan.SchemaScan;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relationships over keys of several columns show all of them, whether a constraint has the key or only the relationship. */
class CompositeDiagramTest {

    @TempDir
    private Path directory;

    @Embeddable
    public static class Spot implements Serializable {

        private static final long serialVersionUID = 1L;

        String room;
        Integer number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Spot spot && spot.room.equals(room) && spot.number.equals(number);
        }

        @Override
        public int hashCode() {
            return room.hashCode() + number;
        }
    }

    @Entity(name = "Box")
    public static class Box {

        @EmbeddedId
        Spot spot;
    }

    public static class LineId implements Serializable {

        private static final long serialVersionUID = 1L;

        public Long orderNo;
        public Integer lineNo;

        @Override
        public boolean equals(Object other) {
            return other instanceof LineId id && id.orderNo.equals(orderNo) && id.lineNo.equals(lineNo);
        }

        @Override
        public int hashCode() {
            return orderNo.hashCode() + lineNo;
        }
    }

    @Entity(name = "TradeLine")
    @IdClass(LineId.class)
    public static class TradeLine {

        @Id
        Long orderNo;

        @Id
        Integer lineNo;
    }

    @Entity(name = "Thing")
    public static class Thing {

        @Id
        Long id;

        @References(Box.class)
        String boxRoom;

        @References(Box.class)
        Integer boxNumber;

        Long tradeLineOrderNo;

        Integer tradeLineLineNo;

        @ManyToOne
        @JoinColumn(name = "spare_room", referencedColumnName = "room")
        @JoinColumn(name = "spare_number", referencedColumnName = "number")
        Box spare;
    }

    private UnitPath unit() {
        return UnitPath.of(
                directory, UnitXml.of("composite", List.of(Spot.class, Box.class, TradeLine.class, Thing.class)));
    }

    @Test
    void diagrams_showAllColumnsOfAKey() {
        ModelDiagram diagram = ModelDiagram.of(unit().call(() -> SchemaScan.schema("composite", Map.of())));

        assertThat(diagram.mermaid()
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.startsWith("\"") && line.contains("--")))
                .containsExactly(
                        "\"BOX\" |o--o{ \"THING\" : \"BOXNUMBER, BOXROOM\"",
                        "\"BOX\" |o--o{ \"THING\" : \"SPARE_NUMBER, SPARE_ROOM\"",
                        "\"TRADELINE\" |o--o{ \"THING\" : \"TRADELINELINENO, TRADELINEORDERNO\"");
        assertThat(diagram.plantUml().lines().map(String::strip).filter(line -> line.matches("t_.*--.*")))
                .containsExactly(
                        "t_BOX |o--o{ t_THING : BOXNUMBER, BOXROOM",
                        "t_BOX |o--o{ t_THING : SPARE_NUMBER, SPARE_ROOM",
                        "t_TRADELINE |o--o{ t_THING : TRADELINELINENO, TRADELINEORDERNO");
        assertThat(diagram.dbml().lines().map(String::strip).filter(line -> line.startsWith("Ref")))
                .containsExactly(
                        "Ref \"FK_THING_BOXNUMBER_BOXROOM\": \"THING\".(\"BOXNUMBER\", \"BOXROOM\")"
                                + " > \"BOX\".(\"NUMBER\", \"ROOM\")",
                        "Ref \"FK_THING_SPARE_NUMBER_SPARE_ROOM\": \"THING\".(\"SPARE_NUMBER\", \"SPARE_ROOM\")"
                                + " > \"BOX\".(\"NUMBER\", \"ROOM\")",
                        "Ref: \"THING\".(\"TRADELINELINENO\", \"TRADELINEORDERNO\")"
                                + " > \"TRADELINE\".(\"LINENO\", \"ORDERNO\")");
        assertThat(diagram.markdown()).contains("\"THING\" : \"TRADELINELINENO, TRADELINEORDERNO\"");
        Diagrams.check("composite", diagram, 3, 11);
    }

    @Test
    void explain_namesAllColumnsOfAKey() {
        assertThat(unit().call(() -> SchemaScan.explain("composite", "Thing", Map.of()))
                        .lines()
                        .map(String::strip)
                        .filter(line -> line.contains("many-to-one")))
                .containsExactly(
                        "box: many-to-one Box by BOXNUMBER, BOXROOM, inferred, because Thing.boxNumber and Thing.boxRoom"
                                + " are annotated with @References(Box.class)",
                        "spare: many-to-one Box by SPARE_NUMBER, SPARE_ROOM, because it is declared on Thing",
                        "tradeLine: many-to-one TradeLine by TRADELINELINENO, TRADELINEORDERNO, inferred, because"
                                + " Thing.tradeLineLineNo and Thing.tradeLineOrderNo have the names and the types of the"
                                + " key of TradeLine");
    }
}
