package org.easymodel.contract.repository.library;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.util.ArrayList;
import java.util.List;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

/** Its key comes from the database when the row is inserted. */
@Entity
public class Shelf {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String name;

    @References(value = Shelf.class, inverse = "parts", onDelete = OnDelete.CASCADE)
    private Long wholeId;

    @Transient
    private Shelf whole;

    @Transient
    private List<Shelf> parts = new ArrayList<>();

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public Shelf getWhole() {
        return whole;
    }

    public List<Shelf> getParts() {
        return parts;
    }
}
