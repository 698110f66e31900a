package org.easymodel.contract.inference.traps;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.easymodel.model.References;

/** A tree with ids from elsewhere, and no place at all for what is inferred. */
@Entity
public class Folder {

    @Id
    private Long id;

    private String name;

    @References(Folder.class)
    private Long parentId;

    protected Folder() {}

    public Folder(long id, Long parentId) {
        this.id = id;
        this.parentId = parentId;
        this.name = "folder " + id;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Long getParentId() {
        return parentId;
    }

    public void setParentId(Long parentId) {
        this.parentId = parentId;
    }
}
