package org.easymodel.contract.scan.models.relations.required;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/**
 * Required relationships of rows that lead in a circle: EclipseLink inserts one of them without any of its keys first, and
 * writes them by a second statement.
 */
public final class RequiredModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Department.class, Manager.class, Node.class);
    }

    @Override
    public List<Object> rows() {
        Department department = new Department();
        department.id = 1L;
        Manager manager = new Manager();
        manager.id = 1L;
        department.head = manager;
        manager.department = department;
        Node root = new Node();
        root.id = 1L;
        root.tree = root;
        root.owner = department;
        return List.of(manager, department, root);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Department.class).name = "D";
        rows.the(Manager.class).name = "M";
        rows.the(Node.class).name = "N";
    }

    @Override
    public void loosen(Rows rows) {
        rows.the(Manager.class).department = null;
    }
}

@Entity
class Department {
    @Id
    Long id;

    String name;

    @OneToOne(optional = false)
    Manager head;
}

@Entity
class Manager {
    @Id
    Long id;

    String name;

    @ManyToOne
    Department department;
}

/** A root is its own tree. */
@Entity
class Node {
    @Id
    Long id;

    String name;

    @ManyToOne(optional = false)
    Node tree;

    /** Left out of the first statement too, though it is in no circle. */
    @ManyToOne(optional = false)
    Department owner;
}
