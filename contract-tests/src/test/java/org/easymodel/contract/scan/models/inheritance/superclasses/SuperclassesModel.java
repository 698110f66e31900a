package org.easymodel.contract.scan.models.inheritance.superclasses;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Mapped superclasses, generic ones too, whose columns each entity names for itself. */
public final class SuperclassesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Keyed.class, Owned.class, Person.class, Car.class, House.class);
    }

    @Override
    public List<Object> rows() {
        Person person = new Person();
        person.id = "p1";
        person.name = "Eva";
        Person second = new Person();
        second.id = "p2";
        second.name = "Ola";
        Car car = new Car();
        car.id = 1L;
        car.owner = person;
        car.former.add(second);
        car.since = LocalDate.of(2020, 1, 1);
        House house = new House();
        house.id = 1;
        house.owner = person;
        house.former.add(person);
        house.since = LocalDate.of(2021, 1, 1);
        house.rooms = 5;
        return List.of(person, second, car, house);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Person.class).name = "Eve";
        rows.the(Car.class).owner = rows.the(Person.class, 1);
        rows.the(House.class).since = null;
    }
}

@MappedSuperclass
abstract class Keyed<K extends Serializable> {
    @Id
    K id;

    @Version
    int version;
}

@MappedSuperclass
abstract class Owned<K extends Serializable, O> extends Keyed<K> {
    @ManyToOne(optional = false)
    @JoinColumn(name = "OWNER_ID")
    Person owner;

    @ManyToMany
    Set<Person> former = new HashSet<>();

    LocalDate since;
}

@Entity
class Person extends Keyed<String> {
    @Column(length = 40)
    String name;
}

@Entity
@AttributeOverride(name = "id", column = @Column(name = "PLATE"))
@AttributeOverride(name = "since", column = @Column(name = "BOUGHT", nullable = false))
@AssociationOverride(name = "owner", joinColumns = @JoinColumn(name = "KEEPER", nullable = false))
@AssociationOverride(name = "former", joinTable = @JoinTable(name = "FORMER_KEEPER"))
class Car extends Owned<Long, Person> {}

@Entity
class House extends Owned<Integer, Person> {
    int rooms;
}
