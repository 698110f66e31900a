package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.util.Optional;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;

@Entity
public class OrderLine extends EasyModel {

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    private Order order;

    @References(Book.class)
    @Column(nullable = false)
    private Long bookId;

    @Column(nullable = false)
    private Integer quantity;

    public OrderLine() {}

    public OrderLine(Order order, Long bookId, int quantity) {
        this.order = order;
        this.bookId = bookId;
        this.quantity = quantity;
    }

    public Order getOrder() {
        return order;
    }

    public Long getBookId() {
        return bookId;
    }

    public Integer getQuantity() {
        return quantity;
    }

    public Optional<Book> book() {
        return related("book", Book.class);
    }
}
