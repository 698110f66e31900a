package org.easymodel.contract.scan.models.names.schemas;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Tables in several schemas, with keys, links, collections and generators across them. */
public final class SchemasModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Item.class, StoredItem.class);
    }

    @Override
    public List<String> schemas() {
        return List.of("SHOP", "STORE");
    }

    /** EclipseLink makes no table for the generator if it is in a schema. */
    @Override
    public List<String> mends() {
        return List.of(
                "create table STORE.NUMBERS (SEQ_NAME varchar(50) primary key, SEQ_COUNT numeric(38))",
                "insert into STORE.NUMBERS values ('stored', 0)");
    }

    @Override
    public List<Object> rows() {
        Item item = new Item();
        item.name = "lamp";
        item.hidden = "secret";
        item.codes.add("A1");
        StoredItem stored = new StoredItem();
        stored.item = item;
        stored.count = 4;
        stored.alike.add(item);
        return List.of(item, stored);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Item.class).codes.add("B2");
        rows.the(StoredItem.class).count = 5;
    }
}

@Entity
@Table(name = "ITEM", schema = "SHOP")
@SecondaryTable(name = "HIDDEN", schema = "STORE")
class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
    @SequenceGenerator(name = "items", sequenceName = "ITEM_SEQ", schema = "SHOP", allocationSize = 5)
    Long id;

    @Column(unique = true)
    String name;

    @Column(table = "HIDDEN")
    String hidden;

    @ElementCollection
    @CollectionTable(name = "CODES", schema = "STORE")
    Set<String> codes = new HashSet<>();
}

@Entity(name = "StoredItem")
@Table(name = "STORED", schema = "STORE")
class StoredItem {
    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "stored")
    @TableGenerator(name = "stored", table = "NUMBERS", schema = "STORE")
    Long id;

    @ManyToOne(optional = false)
    Item item;

    int count;

    @ManyToMany
    @JoinTable(name = "ALIKE", schema = "SHOP")
    Set<Item> alike = new HashSet<>();
}
