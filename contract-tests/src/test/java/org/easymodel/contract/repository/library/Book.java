package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

/** A plain entity with fields for its relationships. */
@Entity
public class Book {

    public enum Genre {
        FANTASY,
        SCIENCE,
        CRIME
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @Version
    private long version;

    @Column(nullable = false)
    private String title;

    @Column(unique = true, nullable = false)
    private String isbn;

    @Column(precision = 10, scale = 2)
    private BigDecimal price;

    private int stock;

    private LocalDate published;

    @Enumerated(EnumType.STRING)
    private Genre genre;

    @References(Author.class)
    @Column(nullable = false)
    private Long authorId;

    @References(value = Category.class, onDelete = OnDelete.SET_NULL)
    private Long categoryId;

    @Transient
    private Author author;

    @Transient
    private Category category;

    @Transient
    private List<Review> reviews = new ArrayList<>();

    @Transient
    private List<Tag> tags = new ArrayList<>();

    public Book() {}

    public Book(String title, String isbn) {
        this.title = title;
        this.isbn = isbn;
    }

    public Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getIsbn() {
        return isbn;
    }

    public BigDecimal getPrice() {
        return price;
    }

    public int getStock() {
        return stock;
    }

    public LocalDate getPublished() {
        return published;
    }

    public Genre getGenre() {
        return genre;
    }

    public Long getAuthorId() {
        return authorId;
    }

    public Long getCategoryId() {
        return categoryId;
    }

    public Author getAuthor() {
        return author;
    }

    public void setAuthor(Author author) {
        this.author = author;
    }

    public Category getCategory() {
        return category;
    }

    public void setCategory(Category category) {
        this.category = category;
    }

    public List<Review> getReviews() {
        return reviews;
    }

    public List<Tag> getTags() {
        return tags;
    }
}
