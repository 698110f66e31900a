package org.easymodel.contract.scan.models.columns.primitives;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Primitives, wrappers, a version, required and sized columns: what EclipseLink leaves nullable though it never writes null. */
public final class PrimitivesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Parcel.class, Scale.class);
    }

    @Override
    public List<Object> rows() {
        Scale scale = new Scale();
        scale.serial = 7;
        scale.precise = 0.1;
        scale.rough = 0.5f;
        scale.tiny = (byte) -1;
        scale.small = Short.MIN_VALUE;
        scale.letter = 'x';
        scale.working = true;
        Parcel parcel = new Parcel();
        parcel.id = Long.MAX_VALUE;
        parcel.weight = Integer.MIN_VALUE;
        parcel.price = new BigDecimal("12345678.90");
        parcel.usual = new BigDecimal("3");
        parcel.huge = new BigInteger("12345678901234567890");
        parcel.code = "0123456789";
        parcel.label = "a label";
        parcel.maybeInt = 1;
        parcel.maybeLong = 2L;
        parcel.maybeShort = 3;
        parcel.maybeByte = 4;
        parcel.maybeFloat = 0.25f;
        parcel.maybeDouble = 1e-10;
        parcel.maybeFlag = false;
        parcel.maybeLetter = 'ü';
        parcel.scale = scale;
        return List.of(scale, parcel);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Parcel.class).price = new BigDecimal("-0.01");
        rows.the(Parcel.class).maybeInt = null;
        rows.the(Scale.class).letter = 'y';
    }
}

@Entity
class Parcel {
    @Id
    long id;

    @Version
    int revision;

    int weight;

    @Column(precision = 10, scale = 2, nullable = false)
    BigDecimal price;

    BigDecimal usual;

    @Column(precision = 25)
    BigInteger huge;

    @Column(length = 10)
    String code;

    @Basic(optional = false)
    String label;

    Integer maybeInt;
    Long maybeLong;
    Short maybeShort;
    Byte maybeByte;
    Float maybeFloat;
    Double maybeDouble;
    Boolean maybeFlag;
    Character maybeLetter;

    @ManyToOne(optional = false)
    Scale scale;
}

@Entity
class Scale {
    @Id
    int serial;

    @Version
    Long revision;

    double precise;
    float rough;
    byte tiny;
    short small;
    char letter;
    boolean working;
}
