package org.easymodel.contract.naming.billing;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDateTime;

/** A mapped superclass with a generated key and a version. */
@MappedSuperclass
public abstract class Recorded {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recordKeys")
    @SequenceGenerator(name = "recordKeys")
    public Long recordKey;

    @Version
    public int rowVersion;

    public LocalDateTime createdAt = LocalDateTime.of(2026, 1, 2, 3, 4);
}
