package org.easymodel.contract.scan.models.names.quoted;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.names.quoted.QuotedModel.VolumeId;

/**
 * Names in quotes: other letters, a space, a dot, mixed case, beside names without quotes. Not for the table of a collection,
 * whose quotes EclipseLink doubles in its statements.
 */
public final class QuotedModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Shelf.class, Volume.class);
    }

    @Override
    public List<Object> rows() {
        Shelf shelf = new Shelf();
        shelf.id = 1L;
        shelf.name = "upper";
        shelf.lower = "lower";
        shelf.tags.add("tag");
        Volume volume = new Volume();
        volume.id = new VolumeId("a", 1);
        volume.shelf = shelf;
        volume.readers.add(shelf);
        Volume first = new Volume();
        first.id = new VolumeId("b", 2);
        first.shelf = shelf;
        first.next = volume;
        return List.of(shelf, volume, first);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Shelf.class).lower = "lowest";
        rows.the(Volume.class).readers.clear();
    }

    @Embeddable
    public static final class VolumeId implements Serializable {
        private static final long serialVersionUID = 1;

        @Column(name = "\"Code\"", length = 10)
        String code;

        @Column(name = "\"No\"")
        int number;

        public VolumeId() {}

        VolumeId(String code, int number) {
            this.code = code;
            this.number = number;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof VolumeId id && id.code.equals(code) && id.number == number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(code, number);
        }
    }
}

@Entity
@Table(name = "\"my.Shelf\"", indexes = @Index(name = "\"by Name\"", columnList = "\"the name\""))
class Shelf {
    @Id
    @Column(name = "\"key\"")
    Long id;

    @Column(name = "\"the name\"", unique = true)
    String name;

    @Column(name = "\"größe\"")
    String lower;

    @ElementCollection
    @CollectionTable(name = "SHELF_TAGS", joinColumns = @JoinColumn(name = "\"shelf key\""))
    @Column(name = "\"Tag\"")
    Set<String> tags = new HashSet<>();
}

@Entity
@Table(name = "\"Volume\"")
class Volume {
    @EmbeddedId
    VolumeId id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "\"shelf\"")
    Shelf shelf;

    @OneToOne
    @JoinColumn(name = "\"next Code\"", referencedColumnName = "\"Code\"")
    @JoinColumn(name = "\"next No\"", referencedColumnName = "\"No\"")
    Volume next;

    @ManyToMany
    @JoinTable(
            name = "\"volume-reader\"",
            joinColumns = {
                @JoinColumn(name = "\"code of\"", referencedColumnName = "\"Code\""),
                @JoinColumn(name = "\"no of\"", referencedColumnName = "\"No\"")
            },
            inverseJoinColumns = @JoinColumn(name = "\"reader\"", referencedColumnName = "\"key\""))
    Set<Shelf> readers = new HashSet<>();
}
