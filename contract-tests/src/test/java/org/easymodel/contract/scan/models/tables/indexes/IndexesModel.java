package org.easymodel.contract.scan.models.tables.indexes;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** Indexes and unique constraints of all kinds, some of which say the same twice. */
public final class IndexesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Track.class, Playlist.class);
    }

    @Override
    public List<Object> rows() {
        Track track = new Track();
        track.id = 1L;
        track.isrc = "AT1";
        track.title = "t";
        track.artist = "a";
        track.length = 3;
        Playlist playlist = new Playlist();
        playlist.id = 1L;
        playlist.name = "mine";
        playlist.tracks.add(track);
        playlist.tags.add("x");
        return List.of(track, playlist);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Track.class).length = 4;
        rows.the(Playlist.class).name = "ours";
    }
}

@Entity
@Table(
        name = "TRACK",
        indexes = {
            @Index(columnList = "title"),
            @Index(name = "IX_ARTIST_TITLE", columnList = "artist, title desc"),
            @Index(name = "UX_ISRC", columnList = "isrc", unique = true)
        },
        uniqueConstraints = {
            @UniqueConstraint(columnNames = {"title", "artist", "LENGTH_SECONDS"}),
            @UniqueConstraint(name = "UQ_ISRC", columnNames = "ISRC")
        })
class Track {
    @Id
    Long id;

    @Column(unique = true)
    String isrc;

    String title;
    String artist;

    @Column(name = "LENGTH_SECONDS")
    int length;
}

@Entity
@Table(indexes = @Index(name = "IX_ARTIST_TITLE_2", columnList = "NAME"))
class Playlist {
    @Id
    Long id;

    /** Its own constraint, and an index over the same column. */
    @Column(unique = true)
    String name;

    @ManyToMany
    @JoinTable(
            name = "PLAYLIST_TRACK",
            indexes = @Index(name = "IX_PT_TRACK", columnList = "TRACKS_ID"),
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "UQ_PT",
                            columnNames = {"TRACKS_ID", "PLAYLIST_ID"}))
    Set<Track> tracks = new HashSet<>();

    @ElementCollection
    @CollectionTable(indexes = @Index(columnList = "TAGS"))
    Set<String> tags = new HashSet<>();
}
