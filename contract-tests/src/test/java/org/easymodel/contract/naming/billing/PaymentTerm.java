package org.easymodel.contract.naming.billing;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;

/** The root of a single table, and the inverse side of a many-to-many relationship. */
@Entity
public class PaymentTerm extends Recorded {

    public int dueDays;

    @ManyToMany(mappedBy = "paymentTerms")
    public Set<Invoice> usedInvoices = new HashSet<>();
}
