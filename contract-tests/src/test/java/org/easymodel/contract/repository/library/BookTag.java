package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import org.easymodel.model.EasyModel;
import org.easymodel.model.References;

/** A link and nothing more. */
@Entity
public class BookTag extends EasyModel {

    @References(Book.class)
    @Column(nullable = false)
    private Long bookId;

    @References(Tag.class)
    @Column(nullable = false)
    private Long tagId;
}
