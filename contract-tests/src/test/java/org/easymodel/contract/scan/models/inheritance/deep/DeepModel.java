package org.easymodel.contract.scan.models.inheritance.deep;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** A mapped superclass between entities, an entity without own attributes, and a class that is no entity at all. */
public final class DeepModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Machine.class, Driven.class, Truck.class, Tractor.class, Trailer.class);
    }

    @Override
    public List<Object> rows() {
        Machine machine = new Machine();
        machine.id = 1L;
        machine.maker = "A";
        Trailer trailer = new Trailer();
        trailer.id = 2L;
        trailer.maker = "B";
        Truck truck = new Truck();
        truck.id = 3L;
        truck.maker = "C";
        truck.power = 300;
        truck.trailer = trailer;
        Tractor tractor = new Tractor();
        tractor.id = 4L;
        tractor.maker = "D";
        tractor.power = 100;
        tractor.pulled.add(trailer);
        return List.of(machine, trailer, truck, tractor);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Machine.class).maker = "AA";
        rows.the(Trailer.class).maker = "BB";
        rows.the(Truck.class).trailer = null;
        rows.the(Tractor.class).power = 101;
    }
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Machine {
    @Id
    Long id;

    String maker;
}

@MappedSuperclass
abstract class Driven extends Machine {
    @Basic(optional = false)
    int power;
}

/** Not an entity: its field has no column. */
abstract class Loaded extends Driven {
    transient int load;
}

@Entity
class Truck extends Loaded {
    @OneToOne
    @JoinColumn(unique = true)
    Trailer trailer;
}

@Entity
class Tractor extends Driven {
    @OneToMany
    @JoinColumn(name = "TRACTOR_ID")
    Set<Trailer> pulled = new HashSet<>();
}

@Entity
class Trailer extends Machine {}
