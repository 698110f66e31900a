package org.easymodel.contract.scan.models.inheritance.joined;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.DiscriminatorType;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** A table for each class of a hierarchy of three levels, with its own names for the key. */
public final class JoinedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Document.class, Contract.class, Lease.class, Memo.class, Folder.class);
    }

    @Override
    public List<Object> rows() {
        Folder folder = new Folder();
        folder.label = "all";
        Memo memo = new Memo();
        memo.subject = "hello";
        memo.words = 2;
        memo.copiedTo.add("Bob");
        Contract contract = new Contract();
        contract.subject = "work";
        contract.partner = "ACME";
        contract.replyTo = memo;
        Lease lease = new Lease();
        lease.subject = "flat";
        lease.partner = "Landlord";
        lease.rent = new BigDecimal("900.00");
        lease.replyTo = contract;
        lease.amends = contract;
        folder.first = memo;
        folder.contract = lease;
        folder.all.addAll(Set.of(memo, contract, lease));
        return List.of(memo, contract, lease, folder);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Memo.class).words = 3;
        rows.the(Contract.class).partner = "Other";
        rows.the(Lease.class).rent = new BigDecimal("950.50");
        rows.the(Folder.class).all.remove(rows.the(Memo.class));
    }
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
@DiscriminatorColumn(name = "DOC_TYPE", discriminatorType = DiscriminatorType.INTEGER)
abstract class Document {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    Long id;

    @Version
    int version;

    @Column(nullable = false)
    String subject;

    @ManyToOne
    Document replyTo;
}

@Entity
@DiscriminatorValue("1")
@PrimaryKeyJoinColumn(name = "CONTRACT_ID", foreignKey = @ForeignKey(name = "FK_CONTRACT_IS_DOCUMENT"))
class Contract extends Document {
    @Column(nullable = false, unique = true)
    String partner;
}

@Entity
@DiscriminatorValue("2")
@Table(name = "LEASES")
@PrimaryKeyJoinColumn(name = "LEASE_ID")
class Lease extends Contract {
    @Column(precision = 9, scale = 2, nullable = false)
    BigDecimal rent;

    @ManyToOne
    Contract amends;
}

@Entity
@DiscriminatorValue("3")
class Memo extends Document {
    int words;

    @ElementCollection
    Set<String> copiedTo = new HashSet<>();
}

@Entity
class Folder {
    @Id
    String label;

    @ManyToOne
    Document first;

    /** The key leads to the table of the subclass, whose primary key has another name. */
    @OneToOne
    Contract contract;

    @ManyToMany
    Set<Document> all = new HashSet<>();

    @Version
    long version;
}
