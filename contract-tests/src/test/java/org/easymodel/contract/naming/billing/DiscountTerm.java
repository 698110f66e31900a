package org.easymodel.contract.naming.billing;

import jakarta.persistence.Entity;

/** A row in the table of its root. */
@Entity
public class DiscountTerm extends PaymentTerm {

    public Integer discountPercent;
}
