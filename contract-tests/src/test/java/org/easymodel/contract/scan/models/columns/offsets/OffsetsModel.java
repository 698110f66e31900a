package org.easymodel.contract.scan.models.columns.offsets;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Times with an offset, which EclipseLink moves into the zone of the machine. */
public final class OffsetsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Departure.class, Stop.class);
    }

    @Override
    public List<Object> rows() {
        Departure departure = new Departure();
        departure.id = 1L;
        LocalDateTime local = LocalDateTime.of(2024, 6, 1, 12, 0, 0);
        departure.leaves = local.atZone(ZoneId.systemDefault()).toOffsetDateTime();
        Stop stop = new Stop();
        stop.id = 2L;
        stop.departure = departure;
        stop.arrives = departure.leaves;
        return List.of(departure, stop);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Departure.class).leaves = rows.the(Departure.class).leaves.plusSeconds(1);
        rows.the(Stop.class).arrives = null;
    }
}

@Entity
class Departure {
    @Id
    Long id;

    @Column(nullable = false)
    OffsetDateTime leaves;
}

@Entity
class Stop {
    @Id
    Long id;

    @ManyToOne
    Departure departure;

    OffsetDateTime arrives;
}
