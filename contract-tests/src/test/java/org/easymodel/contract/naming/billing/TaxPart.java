package org.easymodel.contract.naming.billing;

import jakarta.persistence.Embeddable;

/** An embeddable in an embeddable, and the key of a map. */
@Embeddable
public class TaxPart {

    public Integer taxRate;

    public TaxPart() {}

    public TaxPart(int taxRate) {
        this.taxRate = taxRate;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TaxPart that && that.taxRate.equals(taxRate);
    }

    @Override
    public int hashCode() {
        return taxRate;
    }
}
