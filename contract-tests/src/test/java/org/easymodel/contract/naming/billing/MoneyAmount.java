package org.easymodel.contract.naming.billing;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.ManyToOne;

/** An embeddable with a relationship and an embeddable. */
@Embeddable
public class MoneyAmount {

    public Integer netValue;

    public String currencyCode;

    @Embedded
    public TaxPart taxPart;

    @ManyToOne
    public Customer payingCustomer;

    public MoneyAmount() {}

    public MoneyAmount(int netValue, Customer payingCustomer) {
        this.netValue = netValue;
        this.currencyCode = "EUR";
        this.taxPart = new TaxPart(20);
        this.payingCustomer = payingCustomer;
    }
}
