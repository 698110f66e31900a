package org.easymodel.contract.naming.billing;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One mapping of each kind. */
@Entity
@Table(
        indexes = {
            @Index(columnList = "createdAt"),
            @Index(name = "IX_OLD", columnList = "BILLEDCUSTOMER_RECORDKEY"),
            @Index(name = "IX_NEW", columnList = "isoURLCode2, CREATEDAT")
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UK_CODE",
                        columnNames = {"isoURLCode2"}))
@SecondaryTable(name = "INVOICE_EXTRA")
public class Invoice extends Recorded {

    public String isoURLCode2;

    /** Written as the provider would have made it up: stays. */
    @Column(name = "LEGACYCODE")
    public String legacyCode;

    @Column(table = "INVOICE_EXTRA")
    public String longRemark;

    @ManyToOne
    public Customer billedCustomer;

    /** The same column twice: by value and, read-only, as a relationship. */
    public Long salesAgentKey;

    @ManyToOne
    @JoinColumn(name = "SALESAGENTKEY", insertable = false, updatable = false)
    public Customer salesAgent;

    @OneToOne
    @JoinTable
    public Attachment scannedPaper;

    @OneToMany(mappedBy = "parentInvoice", cascade = CascadeType.ALL)
    public Map<String, InvoiceLine> invoiceLines = new HashMap<>();

    @OneToMany
    @JoinColumn
    public List<Attachment> ownAttachments = new ArrayList<>();

    @OneToMany
    @OrderColumn
    public List<Customer> otherReaders = new ArrayList<>();

    @ManyToMany
    public Set<PaymentTerm> paymentTerms = new HashSet<>();

    @ElementCollection
    @OrderColumn
    public List<String> freeTexts = new ArrayList<>();

    @ElementCollection
    public Map<String, Integer> unitCounts = new HashMap<>();

    /** For its names only: EclipseLink 4.0.9 does not compare such a map when it commits. */
    @ElementCollection
    public Map<TaxPart, String> taxNotes = new HashMap<>();

    @ElementCollection
    public Map<Customer, String> customerNotes = new HashMap<>();

    @ElementCollection
    public List<MoneyAmount> extraCharges = new ArrayList<>();

    @Embedded
    public MoneyAmount totalAmount;

    @Embedded
    @AttributeOverride(name = "netValue", column = @Column(name = "PAIDVALUE"))
    @AttributeOverride(name = "currencyCode", column = @Column(name = "PAID_CURRENCY"))
    @AttributeOverride(name = "taxPart.taxRate", column = @Column(name = "PAID_RATE"))
    @AssociationOverride(name = "payingCustomer", joinColumns = @JoinColumn(name = "PAIDBY"))
    public MoneyAmount paidAmount;
}
