package org.easymodel.contract.scan.models.keys.embedded;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.contract.scan.models.keys.embedded.EmbeddedKeyModel.RunId;

/** An embedded id with a nested part, and foreign keys of three columns to it, some in another order. */
public final class EmbeddedKeyModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Train.class, Run.class, RunId.class, Ticket.class);
    }

    @Override
    public List<Object> rows() {
        Train train = new Train();
        train.number = 42;
        Run run = new Run();
        run.id = new RunId(LocalDate.of(2024, 5, 1), 42, "A");
        run.delay = 3;
        run.stops.add("Wien");
        Run connection = new Run();
        connection.id = new RunId(LocalDate.of(2024, 5, 1), 42, "B");
        connection.previous = run;
        Ticket ticket = new Ticket();
        ticket.id = 1L;
        ticket.run = run;
        ticket.alternatives.add(connection);
        return List.of(train, run, connection, ticket);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Train.class).name = "Pannonia";
        rows.the(Run.class).delay = 4;
        rows.the(Ticket.class).run = rows.the(Run.class, 1);
    }

    @Embeddable
    public static final class RunId implements Serializable {
        private static final long serialVersionUID = 1;

        LocalDate departure;

        @Column(name = "TRAIN_NO")
        int train;

        @Column(length = 1)
        String section;

        public RunId() {}

        RunId(LocalDate departure, int train, String section) {
            this.departure = departure;
            this.train = train;
            this.section = section;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof RunId id
                    && id.departure.equals(departure)
                    && id.train == train
                    && id.section.equals(section);
        }

        @Override
        public int hashCode() {
            return Objects.hash(departure, train, section);
        }
    }
}

@Entity
class Train {
    @Id
    int number;

    String name;
}

@Entity
@Table(name = "TRAIN_RUN")
class Run {
    @EmbeddedId
    @AttributeOverride(name = "section", column = @Column(name = "PART", length = 3))
    RunId id;

    Integer delay;

    @ManyToOne
    @JoinColumn(name = "PREV_PART", referencedColumnName = "PART")
    @JoinColumn(name = "PREV_DAY", referencedColumnName = "DEPARTURE")
    @JoinColumn(name = "PREV_TRAIN", referencedColumnName = "TRAIN_NO")
    Run previous;

    /** The owner's key of three columns, by its default names. */
    @ElementCollection
    Set<String> stops = new HashSet<>();
}

@Entity
class Ticket {
    @Id
    Long id;

    /** The default names of all three columns. */
    @ManyToOne
    Run run;

    @ManyToMany
    Set<Run> alternatives = new HashSet<>();
}
