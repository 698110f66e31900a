package org.easymodel.contract.scan.models.keys.dependents;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.keys.dependents.DependentsModel.FloorId;
import org.easymodel.contract.scan.models.keys.dependents.DependentsModel.RoomId;

/** Relationships that are the id themselves: of one, of a part, and of a part that is of several columns. */
public final class DependentsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Building.class, Floor.class, Room.class, Blueprint.class);
    }

    @Override
    public List<Object> rows() {
        Building building = new Building();
        building.code = "B1";
        Blueprint blueprint = new Blueprint();
        blueprint.building = building;
        blueprint.pages = 7;
        Floor floor = new Floor();
        floor.building = building;
        floor.level = -1;
        floor.carpet = "grey";
        Room room = new Room();
        room.floor = floor;
        room.number = "007";
        room.seats = 5;
        return List.of(building, blueprint, floor, room);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Building.class).height = 20;
        rows.the(Blueprint.class).pages = 8;
        rows.the(Floor.class).carpet = "green";
        rows.the(Room.class).seats = 6;
    }

    public static final class FloorId implements Serializable {
        private static final long serialVersionUID = 1;

        String building;
        int level;

        @Override
        public boolean equals(Object other) {
            return other instanceof FloorId id && id.building.equals(building) && id.level == level;
        }

        @Override
        public int hashCode() {
            return Objects.hash(building, level);
        }
    }

    public static final class RoomId implements Serializable {
        private static final long serialVersionUID = 1;

        FloorId floor;
        String number;

        @Override
        public boolean equals(Object other) {
            return other instanceof RoomId id && id.floor.equals(floor) && id.number.equals(number);
        }

        @Override
        public int hashCode() {
            return Objects.hash(floor, number);
        }
    }
}

@Entity
class Building {
    @Id
    @Column(length = 8)
    String code;

    int height;
}

@Entity
class Blueprint {
    @Id
    @OneToOne
    @JoinColumn(name = "BUILDING")
    Building building;

    int pages;
}

@Entity
@IdClass(FloorId.class)
class Floor {
    @Id
    @ManyToOne
    Building building;

    @Id
    @Column(name = "STOREY")
    int level;

    String carpet;
}

@Entity
@IdClass(RoomId.class)
class Room {
    @Id
    @ManyToOne
    Floor floor;

    @Id
    @Column(name = "ROOM_NO", length = 5)
    String number;

    int seats;
}
