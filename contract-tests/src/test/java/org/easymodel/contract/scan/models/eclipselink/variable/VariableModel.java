package org.easymodel.contract.scan.models.eclipselink.variable;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.eclipse.persistence.annotations.DiscriminatorClass;
import org.eclipse.persistence.annotations.VariableOneToOne;

/** A relationship to one of several entities, told by a column: no constraint can hold it. */
public final class VariableModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Note.class, Photo.class, Film.class);
    }

    @Override
    public List<Object> rows() {
        Photo photo = new Photo();
        photo.id = 1L;
        Film film = new Film();
        film.id = 1L;
        Note note = new Note();
        note.id = 1L;
        note.about = film;
        Note second = new Note();
        second.id = 2L;
        second.about = photo;
        return List.of(photo, film, note, second);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Photo.class).width = 4;
        rows.the(Film.class).minutes = 90;
        rows.the(Note.class).about = rows.the(Photo.class);
    }
}

interface Noted {}

@Entity
class Note {
    @Id
    Long id;

    @VariableOneToOne(
            targetInterface = Noted.class,
            discriminatorColumn = @DiscriminatorColumn(name = "ABOUT_KIND", length = 5),
            discriminatorClasses = {
                @DiscriminatorClass(discriminator = "photo", value = Photo.class),
                @DiscriminatorClass(discriminator = "film", value = Film.class)
            })
    @JoinColumn(name = "ABOUT_ID", referencedColumnName = "id")
    Noted about;
}

@Entity
class Photo implements Noted {
    @Id
    Long id;

    int width;
}

@Entity
class Film implements Noted {
    @Id
    Long id;

    int minutes;
}
