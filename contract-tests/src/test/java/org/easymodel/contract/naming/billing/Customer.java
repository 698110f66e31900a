package org.easymodel.contract.naming.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;

/** The root of joined tables. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Customer extends Recorded {

    public String fullName;
}
