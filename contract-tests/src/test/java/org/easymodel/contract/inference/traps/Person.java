package org.easymodel.contract.inference.traps;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** Serializable, in a table of a reserved name, with declared and inferred collections. */
@Entity
@Table(name = "ORDER")
public class Person implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    private Long id;

    private String name;

    @OneToMany(mappedBy = "sender")
    private List<Letter> sent = new ArrayList<>();

    @ManyToMany(mappedBy = "readers")
    private List<Letter> read = new ArrayList<>();

    @Transient
    private List<Letter> letters;

    protected Person() {}

    public Person(long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public List<Letter> getSent() {
        return sent;
    }

    public List<Letter> getRead() {
        return read;
    }

    public List<Letter> getLetters() {
        return letters;
    }
}
