package org.easymodel.contract.scan.models.own.inferred;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.OnDelete;
import org.easymodel.model.References;

/** Relationships that only a column shows, with and without a constraint, and a link between two entities. */
public final class InferredModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(EasyModel.class, Writer.class, Play.class, Genre.class, PlayGenre.class);
    }

    @Override
    public List<Object> rows() {
        Writer writer = new Writer();
        writer.id = 1L;
        Genre genre = new Genre();
        genre.code = "drama";
        Play play = new Play();
        play.id = 1L;
        play.writerId = 1L;
        play.translatorId = 1L;
        play.title = "Faust";
        PlayGenre link = new PlayGenre();
        link.playId = 1L;
        link.genreCode = "drama";
        link.weight = 2;
        return List.of(writer, genre, play, link);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Writer.class).name = "Goethe";
        rows.the(Genre.class).name = "Drama";
        rows.the(Play.class).title = "Faust II";
        rows.the(PlayGenre.class).weight = 3;
    }
}

@Entity
class Writer {
    @Id
    Long id;

    String name;
}

@Entity
class Genre {
    @Id
    @Column(length = 20)
    String code;

    String name;
}

@Entity
class Play {
    @Id
    Long id;

    /** By its name alone. */
    Long writerId;

    @References(value = Writer.class, onDelete = OnDelete.SET_NULL)
    @Column(name = "TRANSLATOR")
    Long translatorId;

    String title;
}

@Entity
@Link
class PlayGenre extends EasyModel {
    @References(Play.class)
    Long playId;

    @References(value = Genre.class, attribute = "genre")
    @Column(length = 20)
    String genreCode;

    int weight;
}
