package org.easymodel.contract.builder;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.List;
import org.easymodel.model.EasyModel;

/** Has a mapped class above it, with a converter, and an embeddable. */
@Entity
public class Shelf extends EasyModel {

    /** Where it stands. */
    @Embeddable
    public static class Place {

        @Column(length = 20)
        private String room;

        protected Place() {}

        public Place(String room) {
            this.room = room;
        }

        public String room() {
            return room;
        }
    }

    @Column(length = 40, nullable = false)
    private String label;

    @Embedded
    private Place place;

    protected Shelf() {}

    public Shelf(String label, String room) {
        this.label = label;
        this.place = new Place(room);
    }

    public String label() {
        return label;
    }

    public Place place() {
        return place;
    }

    public List<Volume> volumes() {
        return relatedList("volumes", Volume.class);
    }

    public List<Volume> holdings() {
        return relatedList("holdings", Volume.class);
    }
}
