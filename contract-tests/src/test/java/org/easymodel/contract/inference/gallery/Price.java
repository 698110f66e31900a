package org.easymodel.contract.inference.gallery;

import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Polymorphic;

/** With the base class as the place for what it leads to. */
@Entity
public class Price extends EasyModel {

    private String text;

    private String itemType;

    @Polymorphic(types = {Painting.class, Sculpture.class, Ruin.class})
    private Long itemId;

    protected Price() {}

    public Price(String text) {
        this.text = text;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getItemType() {
        return itemType;
    }

    public void setItemType(String itemType) {
        this.itemType = itemType;
    }

    public Long getItemId() {
        return itemId;
    }

    public void setItemId(Long itemId) {
        this.itemId = itemId;
    }
}
