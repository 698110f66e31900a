package org.easymodel.contract.naming.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.OneToOne;

/** A joined table, and a reference to its own root. */
@Entity
public class BusinessCustomer extends Customer {

    public String taxNumber;

    @OneToOne
    public Customer contactPerson;
}
