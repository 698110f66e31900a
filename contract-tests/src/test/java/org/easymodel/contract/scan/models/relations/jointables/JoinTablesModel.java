package org.easymodel.contract.scan.models.relations.jointables;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.relations.jointables.JoinTablesModel.SeatId;

/** To-one relationships over a table, from one side and from both, with keys of several columns. */
public final class JoinTablesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Seat.class, Guest.class, Dish.class);
    }

    @Override
    public List<Object> rows() {
        Seat seat = new Seat();
        seat.line = "A";
        seat.number = 1;
        Dish dish = new Dish();
        dish.id = 1L;
        Guest guest = new Guest();
        guest.id = 1L;
        guest.seat = seat;
        guest.dish = dish;
        dish.guests.add(guest);
        guest.wished.add(seat);
        return List.of(seat, dish, guest);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Seat.class).broken = true;
        rows.the(Dish.class).name = "soup";
        rows.the(Guest.class).name = "Ann";
    }

    public static final class SeatId implements Serializable {
        private static final long serialVersionUID = 1;

        String line;
        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof SeatId id && id.line.equals(line) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(line, number);
        }
    }
}

@Entity
@IdClass(SeatId.class)
class Seat {
    @Id
    @Column(length = 2)
    String line;

    @Id
    int number;

    boolean broken;
}

@Entity
class Guest {
    @Id
    Long id;

    String name;

    @ManyToOne
    @JoinTable(
            name = "SEATING",
            joinColumns = @JoinColumn(name = "GUEST_ID"),
            inverseJoinColumns = {
                @JoinColumn(name = "SEAT_LINE", referencedColumnName = "LINE"),
                @JoinColumn(name = "SEAT_NO", referencedColumnName = "NUMBER")
            })
    Seat seat;

    @ManyToOne
    @JoinTable(name = "GUEST_DISH")
    Dish dish;

    @OneToMany
    Set<Seat> wished = new HashSet<>();
}

@Entity
class Dish {
    @Id
    Long id;

    String name;

    @OneToMany(mappedBy = "dish")
    Set<Guest> guests = new HashSet<>();
}
