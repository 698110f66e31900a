package org.easymodel.contract.scan.models.names.catalogs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.repository.Database;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** A table whose mapping names the catalog, which is the database itself. */
public final class CatalogsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Product.class, Offer.class);
    }

    @Override
    public List<String> schemas() {
        return List.of("STOCK");
    }

    @Override
    public String database() {
        return "warehouse";
    }

    /** Derby has no catalogs. */
    @Override
    public Set<Database> databases() {
        return EnumSet.of(Database.H2, Database.POSTGRESQL);
    }

    @Override
    public List<Object> rows() {
        Product product = new Product();
        product.id = 1L;
        product.name = "bolt";
        Offer offer = new Offer();
        offer.id = 2L;
        offer.product = product;
        return List.of(product, offer);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Product.class).name = "nut";
        rows.the(Offer.class).product = null;
    }
}

@Entity
@Table(catalog = "WAREHOUSE", schema = "STOCK")
class Product {
    @Id
    Long id;

    String name;
}

@Entity
@Table(schema = "STOCK")
class Offer {
    @Id
    Long id;

    @ManyToOne
    Product product;
}
