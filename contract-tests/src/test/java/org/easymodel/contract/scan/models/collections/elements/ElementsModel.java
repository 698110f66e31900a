package org.easymodel.contract.scan.models.collections.elements;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Collections of plain values: sets, ordered lists, lists that may hold a value twice, maps. */
public final class ElementsModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Song.class, Album.class);
    }

    @Override
    public List<Object> rows() {
        Song song = new Song();
        song.title = "Yesterday";
        song.chords.addAll(List.of("F", "Em", "F"));
        song.takes.addAll(List.of(3, 1, 3));
        song.authors.add("Lennon");
        song.plays.put("radio", 7L);
        song.samples.add(new byte[] {1, 2});
        Album album = new Album();
        album.id = 1L;
        album.dates.add(LocalDate.of(1965, 8, 6));
        album.prices.put(LocalDate.of(2024, 1, 1), new BigDecimal("9.99"));
        album.optional.add(1.5);
        return List.of(song, album);
    }

    @Override
    public void change(Rows rows) {
        Song song = rows.the(Song.class);
        song.chords.add(1, "A7");
        song.takes.remove(0);
        song.authors.add("McCartney");
        song.plays.put("tv", 1L);
        rows.the(Album.class).prices.put(LocalDate.of(2025, 1, 1), new BigDecimal("10.00"));
    }
}

@Entity
class Song {
    @Id
    @Column(length = 100)
    String title;

    @ElementCollection
    @OrderColumn
    @Column(name = "CHORD", length = 5)
    List<String> chords = new ArrayList<>();

    /** The same number may be in it twice: no key can be over the values. */
    @ElementCollection
    @CollectionTable(name = "TAKES", joinColumns = @JoinColumn(name = "SONG"))
    List<Integer> takes = new ArrayList<>();

    @ElementCollection
    Set<String> authors = new HashSet<>();

    @ElementCollection
    @MapKeyColumn(name = "CHANNEL", length = 10)
    @Column(name = "TIMES", nullable = false)
    Map<String, Long> plays = new HashMap<>();

    @ElementCollection
    @Lob
    List<byte[]> samples = new ArrayList<>();
}

@Entity
class Album {
    @Id
    Long id;

    @ElementCollection
    Set<LocalDate> dates = new HashSet<>();

    @ElementCollection
    @Column(precision = 8, scale = 2)
    Map<LocalDate, BigDecimal> prices = new HashMap<>();

    @ElementCollection
    @CollectionTable(
            name = "OPTIONAL_NUMBERS",
            uniqueConstraints = @UniqueConstraint(columnNames = {"ALBUM_ID", "NUMBERS"}))
    @Column(name = "NUMBERS")
    Set<Double> optional = new HashSet<>();
}
