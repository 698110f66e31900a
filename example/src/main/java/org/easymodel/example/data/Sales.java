package org.easymodel.example.data;

import java.util.List;

/** All orders with their items. */
record Sales(List<OrderRow> orders, List<OrderItemRow> items, List<Purchase> purchases) {}
