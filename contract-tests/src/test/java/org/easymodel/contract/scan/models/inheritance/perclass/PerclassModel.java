package org.easymodel.contract.scan.models.inheritance.perclass;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** A whole table for each concrete class: a key to the root can have no constraint, since there is no one table. */
public final class PerclassModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Payment.class, Card.class, Cash.class, Receipt.class);
    }

    /** EclipseLink makes a table for the collection of the abstract root, which has no rows of its own. */
    @Override
    public List<String> mends() {
        return List.of("drop table PAYMENT_TAGS");
    }

    @Override
    public List<Object> rows() {
        Card card = new Card();
        card.amount = new BigDecimal("5.00");
        card.number = "4111";
        card.tags.add("web");
        Cash cash = new Cash();
        cash.amount = new BigDecimal("7.00");
        cash.coins = 3;
        cash.tags.add("till");
        cash.change = card;
        Receipt receipt = new Receipt();
        receipt.id = 1L;
        receipt.payment = cash;
        receipt.card = card;
        return List.of(card, cash, receipt);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Card.class).number = "4222";
        rows.the(Cash.class).coins = 4;
        rows.the(Receipt.class).payment = rows.the(Card.class);
    }
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payments")
    @SequenceGenerator(name = "payments", sequenceName = "PAYMENT_SEQ")
    Long id;

    @Column(nullable = false, precision = 9, scale = 2)
    BigDecimal amount;

    @ElementCollection
    Set<String> tags = new HashSet<>();
}

@Entity
class Card extends Payment {
    @Column(nullable = false, unique = true)
    String number;
}

@Entity
@Table(name = "CASH_PAYMENT")
class Cash extends Payment {
    int coins;

    @OneToOne
    Card change;
}

@Entity
class Receipt {
    @Id
    Long id;

    @ManyToOne
    Payment payment;

    @ManyToOne(optional = false)
    Card card;
}
