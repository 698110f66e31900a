package org.easymodel.contract.repository.freight;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.NaturalKey;
import org.easymodel.model.UtcInstantConverter;

/** One attribute of each type, and relationships that are declared. */
@Entity
public class Shipment {

    @Id
    private UUID id;

    @NaturalKey
    @ManyToOne(fetch = FetchType.LAZY)
    private Depot origin;

    @NaturalKey
    @Column(name = "NUMBER_")
    private Integer number;

    @ManyToMany
    private Set<Driver> crew = new HashSet<>();

    private boolean insured;

    private Boolean paid;

    private char lane = 'A';

    private long steps;

    @Max(100)
    private short share;

    private double rate;

    @Column(precision = 12, scale = 3)
    @DecimalMin(value = "0", inclusive = false)
    @Digits(integer = 9, fraction = 3)
    private BigDecimal weight;

    private byte[] label;

    @Enumerated(EnumType.STRING)
    @DefaultValue("COLD")
    private Mark mark;

    private LocalDate due;

    private LocalDateTime loaded;

    @Convert(converter = UtcInstantConverter.class)
    @DefaultValue("2026-01-31T10:15:30Z")
    private Instant booked;

    @Temporal(TemporalType.TIMESTAMP)
    private Date touched;

    @Basic(fetch = FetchType.LAZY)
    @Column(length = 2000)
    private String remarks;

    @Embedded
    private Sender sender;

    @Embedded
    private SenderName senderName;

    /** Two embeddables whose paths read the same in camel case. */
    @Embeddable
    public static class Sender {

        private String nameFirst;
    }

    /** The other. */
    @Embeddable
    public static class SenderName {

        @Column(name = "SENDER_FIRST")
        private String first;
    }

    public Shipment() {}

    public Shipment(UUID id) {
        this.id = id;
    }

    public UUID getId() {
        return id;
    }

    public Depot getOrigin() {
        return origin;
    }

    public void setOrigin(Depot origin) {
        this.origin = origin;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public Set<Driver> getCrew() {
        return crew;
    }

    public void setPaid(Boolean paid) {
        this.paid = paid;
    }

    public void setWeight(BigDecimal weight) {
        this.weight = weight;
    }

    public byte[] getLabel() {
        return label;
    }

    public void setLabel(byte[] label) {
        this.label = label;
    }

    public Mark getMark() {
        return mark;
    }

    public void setMark(Mark mark) {
        this.mark = mark;
    }

    public void setDue(LocalDate due) {
        this.due = due;
    }

    public void setLoaded(LocalDateTime loaded) {
        this.loaded = loaded;
    }

    public Instant getBooked() {
        return booked;
    }

    public Date getTouched() {
        return touched;
    }

    public void setTouched(Date touched) {
        this.touched = touched;
    }

    public void setRemarks(String remarks) {
        this.remarks = remarks;
    }
}
