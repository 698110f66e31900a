package org.easymodel.example.web;

import java.util.Map;

/** What a client sends to order something. */
public class PlacedOrder {

    private String number = "";
    private String username = "";
    private Map<String, Integer> quantities = Map.of();

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    /** How many of each product, by its number. */
    public Map<String, Integer> getQuantities() {
        return quantities;
    }

    public void setQuantities(Map<String, Integer> quantities) {
        this.quantities = quantities;
    }
}
