package org.easymodel.liquibase;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map in the making, whose keys keep their order. For one thread. */
final class Node {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Node() {}

    static Node node() {
        return new Node();
    }

    Node with(String key, Object value) {
        values.put(key, value);
        return this;
    }

    Node unless(boolean left, String key, Object value) {
        return left ? this : with(key, value);
    }

    Node and(Node other) {
        values.putAll(other.values);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }
}
