package org.easymodel.contract.scan.models.names.reserved;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Names that a database reserves, for tables, columns, join tables and collections. */
public final class ReservedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(User.class, Order.class);
    }

    @Override
    public List<Object> rows() {
        User user = new User();
        user.id = 1L;
        user.from = "here";
        user.select = 3;
        user.grant.add("read");
        Order order = new Order();
        order.id = 2L;
        order.user = user;
        order.desc = "first";
        order.when = LocalDate.of(2024, 1, 1);
        order.table.add(user);
        order.check.put("to", 1);
        return List.of(user, order);
    }

    @Override
    public void change(Rows rows) {
        rows.the(User.class).from = "there";
        rows.the(Order.class).check.put("from", 2);
        rows.the(Order.class).table.clear();
    }
}

@Entity
class User {
    @Id
    Long id;

    String from;

    int select;

    @ElementCollection
    @CollectionTable(name = "GRANT")
    @Column(name = "ALL")
    Set<String> grant = new HashSet<>();
}

@Entity
class Order {
    @Id
    Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user")
    User user;

    @Column(nullable = false)
    String desc;

    LocalDate when;

    @ManyToMany
    @JoinTable(name = "GROUP", joinColumns = @JoinColumn(name = "ORDER"), inverseJoinColumns = @JoinColumn(name = "TO"))
    Set<User> table = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "CHECK", joinColumns = @JoinColumn(name = "REFERENCES"))
    @MapKeyColumn(name = "UNIQUE")
    @Column(name = "LIMIT")
    Map<String, Integer> check = new HashMap<>();
}
