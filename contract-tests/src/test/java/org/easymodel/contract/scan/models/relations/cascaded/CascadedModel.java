package org.easymodel.contract.scan.models.relations.cascaded;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Parts that live and die with their whole, removed as orphans, and a key that must be there. */
public final class CascadedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Cart.class, CartLine.class);
    }

    /** EclipseLink asks for the numbers that H2 gave in a way that H2 only knows in this mode. */
    @Override
    public String h2Mode() {
        return "LEGACY";
    }

    @Override
    public List<Object> rows() {
        Cart cart = new Cart();
        cart.buyer = "Ann";
        CartLine line = new CartLine();
        line.cart = cart;
        line.position = 1;
        cart.lines.add(line);
        CartLine last = new CartLine();
        last.cart = cart;
        last.position = 2;
        cart.lines.add(last);
        return List.of(cart, line, last);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Cart.class).buyer = "Ben";
        rows.the(CartLine.class).position = 3;
        rows.the(CartLine.class).remark = "moved";
    }
}

@Entity
class Cart {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String buyer;

    @OneToMany(mappedBy = "cart", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position desc")
    List<CartLine> lines = new ArrayList<>();
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"CART_ID", "POSITION"}))
class CartLine {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @ManyToOne(optional = false)
    Cart cart;

    int position;

    String remark;
}
