package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

/** One for each author. */
@Entity
public class Profile extends EasyModel {

    @References(value = Author.class, onDelete = OnDelete.CASCADE)
    @Column(nullable = false, unique = true)
    private Long authorId;

    private String motto;

    public Long getAuthorId() {
        return authorId;
    }

    public String getMotto() {
        return motto;
    }
}
