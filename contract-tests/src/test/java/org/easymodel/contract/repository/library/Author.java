package org.easymodel.contract.repository.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.List;
import java.util.Optional;
import org.easymodel.model.EasyModel;

@Entity
public class Author extends EasyModel {

    @Column(nullable = false)
    private String name;

    @Column(unique = true)
    private String email;

    @Column(length = 30)
    private String country;

    public Author() {}

    public Author(String name) {
        this.name = name;
    }

    public String getName() {
        return name;
    }

    public String getEmail() {
        return email;
    }

    public String getCountry() {
        return country;
    }

    public List<Book> books() {
        return relatedList("books", Book.class);
    }

    public Optional<Profile> profile() {
        return related("profile", Profile.class);
    }
}
