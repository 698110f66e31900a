package org.easymodel.contract.scan.models.inheritance.single;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** One table for a hierarchy: required columns of one class are empty in rows of its siblings, which may share columns. */
public final class SingleModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Animal.class, Dog.class, Cat.class, Lion.class, Kennel.class);
    }

    /** EclipseLink requires the columns of a subclass in the rows of all. */
    @Override
    public List<String> mends() {
        return List.of(
                "alter table ANIMAL alter column BREED set null", "alter table ANIMAL alter column KENNEL_ID set null");
    }

    @Override
    public List<Object> rows() {
        Kennel kennel = new Kennel();
        kennel.id = 1L;
        kennel.town = "Graz";
        Dog dog = new Dog();
        dog.id = 1L;
        dog.name = "Rex";
        dog.breed = "pug";
        dog.weight = 9;
        dog.kennel = kennel;
        dog.tricks.add("sit");
        dog.note = "shared";
        Cat cat = new Cat();
        cat.id = 2L;
        cat.name = "Mia";
        cat.lives = 9;
        cat.note = "also shared";
        cat.enemy = dog;
        Lion lion = new Lion();
        lion.id = 3L;
        lion.name = "Leo";
        lion.lives = 1;
        lion.mane = true;
        kennel.guard = dog;
        kennel.mascot = lion;
        return List.of(dog, cat, lion, kennel);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Dog.class).tricks.add("roll");
        rows.the(Cat.class).enemy = null;
        rows.the(Lion.class).mane = false;
        rows.the(Kennel.class).town = "Linz";
    }

    @Override
    public void loosen(Rows rows) {
        rows.the(Dog.class).kennel = null;
    }
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "KIND", discriminatorType = DiscriminatorType.CHAR)
abstract class Animal {
    @Id
    Long id;

    @Version
    int version;

    @Column(nullable = false)
    String name;
}

@Entity
@DiscriminatorValue("D")
class Dog extends Animal {
    @Column(nullable = false)
    String breed;

    int weight;

    @ManyToOne(optional = false)
    @JoinColumn(nullable = false)
    Kennel kennel;

    @ElementCollection
    Set<String> tricks = new HashSet<>();

    @Column(name = "NOTE", length = 20)
    String note;
}

@Entity
@DiscriminatorValue("C")
class Cat extends Animal {
    @Basic(optional = false)
    Integer lives;

    @Column(name = "NOTE", length = 40)
    String note;

    @OneToOne
    Dog enemy;
}

@Entity
@DiscriminatorValue("L")
class Lion extends Cat {
    boolean mane;
}

@Entity
class Kennel {
    @Id
    Long id;

    String town;

    /** To a subclass, and to the root. */
    @OneToOne
    Dog guard;

    @ManyToOne
    Animal mascot;
}
