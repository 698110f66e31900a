package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** A link of product and tag, with nothing besides the two keys: products get tags and tags get products. */
@Entity
@Table(name = "PRODUCT_TAG")
public class ProductTag extends EasyModel {

    @References(Product.class)
    @Column(name = "PRODUCT_ID", nullable = false)
    private @Nullable Long productId;

    @References(Tag.class)
    @Column(name = "TAG_ID", nullable = false)
    private @Nullable Long tagId;

    public @Nullable Long getProductId() {
        return productId;
    }

    public void setProductId(@Nullable Long productId) {
        this.productId = productId;
    }

    public @Nullable Long getTagId() {
        return tagId;
    }

    public void setTagId(@Nullable Long tagId) {
        this.tagId = tagId;
    }
}
