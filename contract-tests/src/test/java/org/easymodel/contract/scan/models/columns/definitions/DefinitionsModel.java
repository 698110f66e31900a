package org.easymodel.contract.scan.models.columns.definitions;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Columns whose type the mapping gives as SQL. */
public final class DefinitionsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Ledger.class, Booking.class);
    }

    @Override
    public List<Object> rows() {
        Ledger ledger = new Ledger();
        ledger.id = 1L;
        ledger.code = "abc";
        ledger.pages = 300;
        ledger.state = "open";
        Booking booking = new Booking();
        booking.id = 1L;
        booking.ledger = ledger;
        booking.amount = new BigDecimal("1.2345");
        booking.words.add("one");
        return List.of(ledger, booking);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Ledger.class).state = "closed";
        rows.the(Booking.class).amount = new BigDecimal("0.0001");
    }
}

@Entity
class Ledger {
    @Id
    Long id;

    @Column(columnDefinition = "char(3) not null", unique = true)
    String code;

    @Column(columnDefinition = "SMALLINT")
    int pages;

    @Column(columnDefinition = "varchar(9) default 'new  one'")
    String state;
}

@Entity
class Booking {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "LEDGER_NO", columnDefinition = "BIGINT")
    Ledger ledger;

    @Column(columnDefinition = "decimal(12, 4)")
    BigDecimal amount;

    @ElementCollection
    @Column(name = "WORD", columnDefinition = "varchar(20)")
    Set<String> words = new HashSet<>();
}
