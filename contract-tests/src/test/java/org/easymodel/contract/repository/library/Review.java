package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Optional;
import org.easymodel.model.EasyModel;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

@Entity
public class Review extends EasyModel {

    @Column(nullable = false)
    private Integer rating;

    private String text;

    @References(value = Book.class, onDelete = OnDelete.CASCADE)
    @Column(nullable = false)
    private Long bookId;

    public Review() {}

    public Review(int rating) {
        this.rating = rating;
    }

    public Integer getRating() {
        return rating;
    }

    public String getText() {
        return text;
    }

    public Long getBookId() {
        return bookId;
    }

    public Optional<Book> book() {
        return related("book", Book.class);
    }
}
