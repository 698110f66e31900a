package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** One line of an order; a product stands at most once in it. */
@Entity
@Table(
        name = "ORDER_ITEM",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UK_ORDER_ITEM_LINE",
                        columnNames = {"ORDER_ID", "PRODUCT_ID"}))
public class OrderItem extends EasyModel {

    @References(value = Order.class, inverse = "items", onDelete = OnDelete.CASCADE)
    @Column(name = "ORDER_ID", nullable = false)
    private @Nullable Long orderId;

    @References(Product.class)
    @Column(name = "PRODUCT_ID", nullable = false)
    private @Nullable Long productId;

    private int quantity;

    @Column(name = "UNIT_PRICE", nullable = false, precision = 10, scale = 2)
    private BigDecimal unitPrice = BigDecimal.ZERO;

    public @Nullable Long getOrderId() {
        return orderId;
    }

    public void setOrderId(@Nullable Long orderId) {
        this.orderId = orderId;
    }

    public @Nullable Long getProductId() {
        return productId;
    }

    public void setProductId(@Nullable Long productId) {
        this.productId = productId;
    }

    public int getQuantity() {
        return quantity;
    }

    public void setQuantity(int quantity) {
        this.quantity = quantity;
    }

    public BigDecimal getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(BigDecimal unitPrice) {
        this.unitPrice = unitPrice;
    }
}
