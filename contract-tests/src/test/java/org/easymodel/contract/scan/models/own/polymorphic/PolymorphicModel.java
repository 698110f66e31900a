package org.easymodel.contract.scan.models.own.polymorphic;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.model.Polymorphic;

/** Pairs of attributes that lead to several tables: an index, and no constraint. */
public final class PolymorphicModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Letter.class, Parcel.class, Stamp.class, Receipt.class);
    }

    @Override
    public List<Object> rows() {
        Letter letter = new Letter();
        letter.id = 1L;
        Parcel parcel = new Parcel();
        parcel.id = 1L;
        Stamp stamp = new Stamp();
        stamp.id = 1L;
        stamp.mailType = Mail.PARCEL;
        stamp.mailId = 1L;
        Receipt receipt = new Receipt();
        receipt.id = 1L;
        receipt.ofType = "Letter";
        receipt.ofId = 1L;
        return List.of(letter, parcel, stamp, receipt);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Letter.class).text = "Dear";
        rows.the(Parcel.class).weight = 3;
        rows.the(Stamp.class).mailType = Mail.LETTER;
        rows.the(Receipt.class).ofType = "Parcel";
    }
}

enum Mail {
    LETTER,
    PARCEL
}

@Entity
class Letter {
    @Id
    Long id;

    String text;
}

@Entity
class Parcel {
    @Id
    Long id;

    int weight;
}

@Entity
class Stamp {
    @Id
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "MAIL_TYPE", nullable = false, length = 10)
    Mail mailType;

    @Polymorphic(types = {Letter.class, Parcel.class})
    @Column(name = "MAIL_ID", nullable = false)
    Long mailId;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"OFTYPE", "OFID"}))
class Receipt {
    @Id
    Long id;

    String ofType;

    @Polymorphic(types = {Letter.class, Parcel.class})
    Long ofId;
}
