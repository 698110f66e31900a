package org.easymodel.contract.repository.freight;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.model.Comment;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.Hidden;
import org.easymodel.model.NaturalKey;
import org.easymodel.model.References;

/** One of three entities that lead to each other in a circle; its natural key is not unique in the database. */
@Entity
@Comment("Where goods are kept.")
public class Depot {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    private Long id;

    @NaturalKey
    @Column(nullable = false, length = 2)
    @Pattern(regexp = "[A-Z]{2}")
    private String country;

    @NaturalKey
    @Column(nullable = false)
    @Size(min = 2, max = 8)
    private String code;

    @NotBlank
    @Column(length = 40)
    @Comment("As drivers say it.")
    @DefaultValue("unnamed")
    private String name;

    @Positive
    @DefaultValue("4")
    private int gates;

    @Hidden
    private String alarmCode = "secret";

    @Embedded
    private Address address;

    @ElementCollection
    private List<String> notes = new ArrayList<>();

    @ElementCollection
    private Set<Mark> marks = new HashSet<>();

    @ElementCollection
    private Map<String, Integer> stock = new HashMap<>();

    @ElementCollection
    private Set<Place> exits = new HashSet<>();

    @References(value = Driver.class, inverse = "depots")
    private Long managerId;

    public Depot() {}

    public Depot(String country, String code) {
        this.country = country;
        this.code = code;
    }

    public Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getCountry() {
        return country;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public int getGates() {
        return gates;
    }

    public void setGates(int gates) {
        this.gates = gates;
    }

    public Address getAddress() {
        return address;
    }

    public void setAddress(Address address) {
        this.address = address;
    }

    public List<String> getNotes() {
        return notes;
    }

    public Set<Mark> getMarks() {
        return marks;
    }

    public Map<String, Integer> getStock() {
        return stock;
    }

    public Set<Place> getExits() {
        return exits;
    }

    public Long getManagerId() {
        return managerId;
    }

    public void setManagerId(Long managerId) {
        this.managerId = managerId;
    }
}
