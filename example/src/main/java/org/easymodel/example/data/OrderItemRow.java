package org.easymodel.example.data;

import java.math.BigDecimal;
import java.util.List;

/** A product within an order. */
record OrderItemRow(String orderNumber, String sku, int quantity, BigDecimal unitPrice) implements ShopRow {

    static final List<String> HEADER = List.of("order_number", "sku", "quantity", "unit_price");

    @Override
    public List<String> fields() {
        return List.of(orderNumber, sku, Integer.toString(quantity), unitPrice.toPlainString());
    }
}
