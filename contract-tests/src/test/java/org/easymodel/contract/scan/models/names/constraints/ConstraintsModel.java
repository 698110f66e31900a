package org.easymodel.contract.scan.models.names.constraints;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Constraints with names, beside some without: EclipseLink loses columns of the first and leaves out the second. */
public final class ConstraintsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Customer.class, Invoice.class);
    }

    @Override
    public List<Object> rows() {
        Customer customer = new Customer();
        customer.id = 1L;
        customer.number = "C1";
        customer.street = "Main";
        customer.phones.add("123");
        Customer other = new Customer();
        other.id = 2L;
        other.number = "C2";
        Invoice invoice = new Invoice();
        invoice.id = 1L;
        invoice.number = "I1";
        invoice.fiscal = 2024;
        invoice.customer = customer;
        invoice.payer = other;
        invoice.unchecked = other;
        invoice.copies.add(other);
        return List.of(customer, other, invoice);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Customer.class).street = "Side";
        rows.the(Invoice.class).copies.add(rows.the(Customer.class));
        rows.the(Invoice.class).payer = null;
    }
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(name = "UQ_CUSTOMER_NUMBER", columnNames = "CUSTOMER_NO"))
@SecondaryTable(
        name = "CUSTOMER_ADDRESS",
        pkJoinColumns = @PrimaryKeyJoinColumn(name = "CUSTOMER_ID"),
        foreignKey = @ForeignKey(name = "FK_ADDRESS_OF_CUSTOMER"),
        uniqueConstraints = @UniqueConstraint(name = "UQ_STREET", columnNames = "STREET"),
        indexes = @Index(name = "IX_STREET_DOWN", columnList = "STREET DESC"))
class Customer {
    @Id
    Long id;

    @Column(name = "CUSTOMER_NO")
    String number;

    @Column(table = "CUSTOMER_ADDRESS")
    String street;

    @ElementCollection
    @CollectionTable(
            name = "PHONES",
            joinColumns = @JoinColumn(name = "OWNER"),
            foreignKey = @ForeignKey(name = "FK_PHONE_OF_CUSTOMER"),
            uniqueConstraints = @UniqueConstraint(name = "UQ_PHONE", columnNames = "PHONES"),
            indexes = @Index(name = "IX_PHONE", columnList = "PHONES, OWNER"))
    Set<String> phones = new HashSet<>();
}

@Entity
@Table(
        indexes = @Index(name = "IX_INVOICE", columnList = "FISCAL DESC, INVOICE_NO ASC", unique = true),
        uniqueConstraints = @UniqueConstraint(columnNames = {"INVOICE_NO", "CUSTOMER_ID"}))
class Invoice {
    @Id
    Long id;

    @Column(name = "INVOICE_NO", nullable = false)
    String number;

    int fiscal;

    @ManyToOne
    @JoinColumn(name = "CUSTOMER_ID", foreignKey = @ForeignKey(name = "FK_INVOICE_CUSTOMER"))
    Customer customer;

    @ManyToOne
    Customer payer;

    @ManyToOne
    @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
    Customer unchecked;

    @ManyToMany
    @JoinTable(
            name = "INVOICE_COPY",
            foreignKey = @ForeignKey(name = "FK_COPY_INVOICE"),
            inverseForeignKey = @ForeignKey(name = "FK_COPY_CUSTOMER"),
            indexes = @Index(columnList = "COPIES_ID"))
    Set<Customer> copies = new HashSet<>();
}
