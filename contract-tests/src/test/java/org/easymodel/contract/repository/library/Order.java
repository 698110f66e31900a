package org.easymodel.contract.repository.library;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.model.EasyModel;

/** An entity with a name that is a word of the query language, and a declared relationship. */
@Entity
@Table(name = "CUSTOMER_ORDER")
public class Order extends EasyModel {

    @Column(name = "ORDER_NUMBER", unique = true, nullable = false)
    private String number;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    private List<OrderLine> lines = new ArrayList<>();

    public Order() {}

    public Order(String number) {
        this.number = number;
    }

    public String getNumber() {
        return number;
    }

    public List<OrderLine> getLines() {
        return lines;
    }
}
