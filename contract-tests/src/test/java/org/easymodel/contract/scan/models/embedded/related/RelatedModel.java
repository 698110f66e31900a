package org.easymodel.contract.scan.models.embedded.related;

import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Embeddables with relationships and collections of their own. */
public final class RelatedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Country.class, Contact.class, Site.class, Firm.class, Branch.class);
    }

    @Override
    public List<Object> rows() {
        Country country = new Country();
        country.code = "AT";
        Branch branch = new Branch();
        branch.id = 7L;
        Firm firm = new Firm();
        firm.id = 1L;
        firm.contact = new Contact();
        firm.contact.street = "Ring";
        firm.contact.country = country;
        firm.contact.phones.add("01");
        firm.contact.served.add(country);
        firm.contact.branches.add(branch);
        firm.billing = new Site();
        firm.billing.street = "Gasse";
        firm.billing.country = country;
        return List.of(country, branch, firm);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Country.class).name = "Austria";
        rows.the(Branch.class).town = "Enns";
        rows.the(Firm.class).contact.phones.add("03");
        rows.the(Firm.class).billing.country = null;
    }
}

@Entity
class Country {
    @Id
    @Column(length = 2)
    String code;

    String name;
}

@Entity
class Branch {
    @Id
    Long id;

    String town;
}

@Embeddable
class Contact {
    String street;

    @ManyToOne
    @JoinColumn(name = "COUNTRY_CODE")
    Country country;

    @ElementCollection
    Set<String> phones = new HashSet<>();

    @ManyToMany
    Set<Country> served = new HashSet<>();

    @OneToMany
    @JoinColumn(name = "FIRM_ID")
    Set<Branch> branches = new HashSet<>();
}

@Entity
class Firm {
    @Id
    Long id;

    @Embedded
    @AssociationOverride(
            name = "served",
            joinTable =
                    @JoinTable(
                            name = "FIRM_SERVED",
                            joinColumns = @JoinColumn(name = "FIRM_ID"),
                            inverseJoinColumns = @JoinColumn(name = "COUNTRY_CODE")))
    Contact contact;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "BILL_STREET"))
    @AssociationOverride(name = "country", joinColumns = @JoinColumn(name = "BILL_COUNTRY"))
    Site billing;
}

@Embeddable
class Site {
    String street;

    @ManyToOne
    Country country;
}
