package org.easymodel.contract.scan.models.columns.lobs;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToOne;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Large and serialized values, with and without the annotation that says so. */
public final class LobsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Manuscript.class, Picture.class);
    }

    @Override
    public List<Object> rows() {
        Picture picture = new Picture();
        picture.id = 1L;
        picture.thumbnail = new byte[] {1, -2, 3};
        picture.pixels = new byte[] {0, 127, -128};
        picture.boxed = new Byte[] {5, 6};
        picture.frame = new Frame("oak", 3);
        Manuscript manuscript = new Manuscript();
        manuscript.id = 1L;
        manuscript.text = "x".repeat(40_000);
        manuscript.letters = "few".toCharArray();
        manuscript.longLetters = "many".toCharArray();
        manuscript.boxed = new Character[] {'a', 'b'};
        manuscript.limited = "a limited lob";
        manuscript.cover = picture;
        manuscript.notes = new ArrayList<>(List.of("first", "second"));
        return List.of(picture, manuscript);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Picture.class).frame = new Frame("pine", 4);
        rows.the(Manuscript.class).text = "short";
        rows.the(Manuscript.class).cover = null;
    }
}

@Entity
class Manuscript {
    @Id
    Long id;

    @Lob
    @Basic(fetch = FetchType.LAZY, optional = false)
    String text;

    char[] letters;

    @Lob
    char[] longLetters;

    Character[] boxed;

    @Lob
    @Column(length = 2000)
    String limited;

    @OneToOne
    Picture cover;

    /** A list without a mapping is one serialized value. */
    @Lob
    ArrayList<String> notes;
}

@Entity
class Picture {
    @Id
    Long id;

    byte[] thumbnail;

    @Lob
    @Column(nullable = false)
    byte[] pixels;

    Byte[] boxed;

    Frame frame;
}

class Frame implements Serializable {
    private static final long serialVersionUID = 1;

    final String wood;
    final int width;

    Frame(String wood, int width) {
        this.wood = wood;
        this.width = width;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame frame && frame.wood.equals(wood) && frame.width == width;
    }

    @Override
    public int hashCode() {
        return Objects.hash(wood, width);
    }
}
