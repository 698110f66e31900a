package org.easymodel.contract.scan.models.columns.uuids;

import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Universally unique identifiers as ids, keys and plain values. */
public final class UuidsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Device.class, Reading.class);
    }

    @Override
    public List<Object> rows() {
        Device device = new Device();
        device.serial = UUID.fromString("00000000-0000-0000-0000-000000000001");
        Reading reading = new Reading();
        reading.id = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");
        reading.device = device;
        reading.origin = UUID.fromString("12345678-1234-1234-1234-123456789abc");
        reading.batches.add(UUID.fromString("12345678-1234-1234-1234-000000000000"));
        return List.of(device, reading);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Device.class).serial = UUID.fromString("00000000-0000-0000-0000-000000000002");
        rows.the(Reading.class).origin = null;
        rows.the(Reading.class).batches.clear();
    }
}

@Entity
class Device {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @Column(unique = true, nullable = false)
    UUID serial;
}

@Entity
class Reading {
    @Id
    UUID id;

    @ManyToOne(optional = false)
    Device device;

    UUID origin;

    @ElementCollection
    Set<UUID> batches = new HashSet<>();
}
