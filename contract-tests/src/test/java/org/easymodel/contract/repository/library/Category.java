package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Optional;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

/** A tree, whose names are unique under one parent. */
@Entity
@Table(
        uniqueConstraints =
                @UniqueConstraint(
                        name = "UK_CATEGORY_NAME",
                        columnNames = {"NAME", "PARENTID"}))
public class Category extends EasyModel {

    @Column(nullable = false)
    private String name;

    @References(value = Category.class, onDelete = OnDelete.CASCADE)
    private Long parentId;

    @Transient
    private Category parent;

    public String getName() {
        return name;
    }

    public Long getParentId() {
        return parentId;
    }

    public Optional<Category> parent() {
        return Optional.ofNullable(parent);
    }

    public List<Category> children() {
        return relatedList("children", Category.class);
    }
}
