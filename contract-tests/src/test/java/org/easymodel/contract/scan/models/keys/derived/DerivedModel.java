package org.easymodel.contract.scan.models.keys.derived;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.keys.derived.DerivedModel.ChildId;
import org.easymodel.contract.scan.models.keys.derived.DerivedModel.ToyId;

/** Ids that come from a parent: the whole id, a part of an embedded one, and through two generations. */
public final class DerivedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Worker.class, Badge.class, Child.class, ChildId.class, Toy.class, ToyId.class);
    }

    @Override
    public List<Object> rows() {
        Worker worker = new Worker();
        worker.name = "Max";
        Badge badge = new Badge();
        badge.worker = worker;
        badge.colour = "red";
        Child child = new Child();
        child.id = new ChildId();
        child.id.name = "Lea";
        child.parent = worker;
        Toy toy = new Toy();
        toy.id = new ToyId();
        toy.id.name = "ball";
        toy.child = child;
        return List.of(worker, badge, child, toy);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Worker.class).name = "Moritz";
        rows.the(Badge.class).colour = "blue";
        rows.the(Child.class).age = 3;
        rows.the(Toy.class).price = 5;
    }

    @Embeddable
    public static final class ChildId implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(length = 40)
        String name;

        /** Of the type of the parent's id. */
        Long parentNo;

        @Override
        public boolean equals(Object other) {
            return other instanceof ChildId id && id.name.equals(name) && Objects.equals(id.parentNo, parentNo);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, parentNo);
        }
    }

    @Embeddable
    public static final class ToyId implements Serializable {
        private static final long serialVersionUID = 1;

        String name;

        /** Of the type of the parent's embedded id. */
        ChildId owner;

        @Override
        public boolean equals(Object other) {
            return other instanceof ToyId id && id.name.equals(name) && Objects.equals(id.owner, owner);
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, owner);
        }
    }
}

@Entity
class Worker {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    String name;
}

@Entity
class Badge {
    @Id
    Long number;

    @MapsId
    @OneToOne(optional = false)
    @JoinColumn(name = "WORKER_ID")
    Worker worker;

    @Column(nullable = false)
    String colour;
}

@Entity
class Child {
    @EmbeddedId
    ChildId id;

    @MapsId("parentNo")
    @ManyToOne
    @JoinColumn(name = "PARENT_ID")
    Worker parent;

    int age;
}

@Entity
class Toy {
    @EmbeddedId
    @AttributeOverride(name = "name", column = @Column(name = "TOY_NAME", length = 30))
    ToyId id;

    @MapsId("owner")
    @ManyToOne
    @JoinColumn(name = "OWNER_NAME", referencedColumnName = "NAME")
    @JoinColumn(name = "OWNER_PARENT", referencedColumnName = "PARENT_ID")
    Child child;

    int price;
}
