package org.easymodel.contract.naming.billing;

import jakarta.persistence.Embeddable;

/** A composite key, one part of which is derived. */
@Embeddable
public class LineKey {

    public Long invoiceKey;

    public int lineNumber;

    public LineKey() {}

    public LineKey(Long invoiceKey, int lineNumber) {
        this.invoiceKey = invoiceKey;
        this.lineNumber = lineNumber;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LineKey that && that.invoiceKey.equals(invoiceKey) && that.lineNumber == lineNumber;
    }

    @Override
    public int hashCode() {
        return lineNumber;
    }
}
