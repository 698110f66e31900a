package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** Something to buy. A class without our base class: what is inferred lives in its {@code @Transient} fields. */
@Entity
@Table(name = "PRODUCT", indexes = @Index(name = "IX_PRODUCT_NAME", columnList = "NAME"))
public class Product {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ProductSequence")
    @SequenceGenerator(name = "ProductSequence", sequenceName = "PRODUCT_SEQ", allocationSize = 100)
    private @Nullable Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, length = 20)
    private String sku = "";

    @Column(nullable = false, length = 120)
    private String name = "";

    @Column(length = 500)
    private @Nullable String description;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal price = BigDecimal.ZERO;

    private int stock;

    private boolean active;

    @References(Category.class)
    @Column(name = "CATEGORY_ID", nullable = false)
    private @Nullable Long categoryId;

    @Transient
    private @Nullable Category category;

    @Transient
    private @Nullable List<Tag> tags;

    public @Nullable Long getId() {
        return id;
    }

    public int getVersion() {
        return version;
    }

    public String getSku() {
        return sku;
    }

    public void setSku(String sku) {
        this.sku = sku;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public void setPrice(BigDecimal price) {
        this.price = price;
    }

    public int getStock() {
        return stock;
    }

    public void setStock(int stock) {
        this.stock = stock;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public @Nullable Long getCategoryId() {
        return categoryId;
    }

    public void setCategoryId(@Nullable Long categoryId) {
        this.categoryId = categoryId;
    }

    public @Nullable Category getCategory() {
        return category;
    }

    public @Nullable List<Tag> getTags() {
        return tags;
    }
}
