package org.easymodel.example.data;

/** A user with the culture that his or her words come from. */
record Person(UserRow row, Section culture) {

    String username() {
        return row.username();
    }

    boolean isCustomer() {
        return row.role().equals("customer");
    }
}
