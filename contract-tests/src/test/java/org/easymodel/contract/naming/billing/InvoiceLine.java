package org.easymodel.contract.naming.billing;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;

/** An entity with a composite and derived key. */
@Entity
public class InvoiceLine {

    @EmbeddedId
    public LineKey lineKey;

    @MapsId("invoiceKey")
    @ManyToOne
    public Invoice parentInvoice;

    public Long paymentTermId;

    public String lineText;

    public InvoiceLine() {}

    public InvoiceLine(Invoice invoice, int number) {
        this.parentInvoice = invoice;
        this.lineKey = new LineKey(invoice.recordKey, number);
        this.lineText = "line " + number;
    }
}
