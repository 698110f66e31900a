package org.easymodel.contract.scan.models.keys.alternate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Keys that lead to a unique column instead of the primary key, single and of several columns. */
public final class AlternateModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Currency.class, Price.class);
    }

    @Override
    public List<Object> rows() {
        Currency euro = new Currency();
        euro.id = 1L;
        euro.code = "EUR";
        euro.area = "EU";
        euro.rank = 1;
        Price price = new Price();
        price.id = 1L;
        price.currency = euro;
        price.ranked = euro;
        price.allowed.add(euro);
        return List.of(euro, price);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Currency.class).name = "Euro";
        rows.the(Price.class).ranked = null;
    }
}

@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UQ_AREA_RANK",
                        columnNames = {"AREA", "RANKING"}))
class Currency {
    @Id
    Long id;

    @Column(unique = true, nullable = false, length = 3)
    String code;

    String name;

    @Column(nullable = false, length = 10)
    String area;

    @Column(name = "RANKING", nullable = false)
    int rank;
}

@Entity
class Price {
    @Id
    Long id;

    @ManyToOne
    @JoinColumn(name = "CURRENCY_CODE", referencedColumnName = "CODE")
    Currency currency;

    @ManyToOne
    @JoinColumn(name = "CUR_RANK", referencedColumnName = "RANKING")
    @JoinColumn(name = "CUR_AREA", referencedColumnName = "AREA")
    Currency ranked;

    @ManyToMany
    @JoinTable(name = "PRICE_CURRENCY", inverseJoinColumns = @JoinColumn(name = "CODE", referencedColumnName = "CODE"))
    Set<Currency> allowed = new HashSet<>();
}
