package org.easymodel.example.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;
import org.jspecify.annotations.Nullable;

/** A place in the tree of goods: the key leads to its own kind. */
@Entity
public class Category extends EasyModel {

    @Column(nullable = false, unique = true, length = 40)
    private String slug = "";

    @Column(nullable = false, length = 60)
    private String name = "";

    @References(Category.class)
    @Column(name = "PARENT_ID")
    private @Nullable Long parentId;

    public String getSlug() {
        return slug;
    }

    public void setSlug(String slug) {
        this.slug = slug;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    public void setParentId(@Nullable Long parentId) {
        this.parentId = parentId;
    }
}
