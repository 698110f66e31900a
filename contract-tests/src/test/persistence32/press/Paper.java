package press;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@Table(
        comment = "What is written",
        options = "WITH (fillfactor = 70)",
        check = {
            @CheckConstraint(name = "CK_PAGES", constraint = "PAGES > 0"),
            @CheckConstraint(constraint = "PAGES < 5000"),
            @CheckConstraint(constraint = "PAGES <> 13", options = "NOT VALID")
        },
        indexes = @Index(name = "IX_PAPER_TITLE", columnList = "TITLE", options = "TABLESPACE FAST"),
        uniqueConstraints = @UniqueConstraint(name = "UK_PAPER_CODE", columnNames = "CODE", options = "DEFERRABLE"))
@SecondaryTable(
        name = "SUMMARY",
        comment = "What is read",
        options = "UNLOGGED",
        check = @CheckConstraint(name = "CK_SUMMARY", constraint = "SUMMARY <> ''"))
public class Paper {

    public enum State {
        DRAFT("D"),
        PRINTED("P");

        @EnumeratedValue
        final String code;

        State(String code) {
            this.code = code;
        }
    }

    public enum Grade {
        POOR(-1),
        GOOD(10);

        @EnumeratedValue
        final int points;

        Grade(int points) {
            this.points = points;
        }
    }

    public enum Rank {
        LOW((short) 1),
        HIGH((short) 300);

        @EnumeratedValue
        final short number;

        Rank(short number) {
            this.number = number;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "PRESS")
    Long id;

    @Column(comment = "As on the cover", options = "COLLATE \"C\"", check = @CheckConstraint(constraint = "TITLE <> ''"))
    String title;

    String code;

    @Column(check = @CheckConstraint(name = "CK_ODD", constraint = "PAGES <> 7", options = "NO INHERIT"))
    int pages;

    @Column(table = "SUMMARY", comment = "Short")
    String summary;

    @Column(secondPrecision = 3)
    LocalDateTime writtenAt;

    @Column(secondPrecision = 3)
    LocalTime dueAt;

    @Column(secondPrecision = 0)
    LocalDateTime roundedAt;

    LocalDateTime seenAt;

    Instant printedAt;

    @Column(secondPrecision = 6)
    Instant soldAt;

    Year since;

    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING)
    State state;

    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.ORDINAL)
    Grade grade;

    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.ORDINAL)
    Rank ranking;

    @Embedded
    @AttributeOverride(
            name = "width",
            column =
                    @Column(
                            name = "WIDE",
                            comment = "In millimetres",
                            options = "STORAGE PLAIN",
                            check = @CheckConstraint(constraint = "WIDE > 1")))
    Size size;

    @ManyToOne
    @JoinColumn(
            name = "EDITOR_ID",
            comment = "Who answers for it",
            options = "VISIBLE",
            check = @CheckConstraint(name = "CK_EDITOR", constraint = "EDITOR_ID <> 1"),
            foreignKey = @ForeignKey(name = "FK_EDITOR", options = "DEFERRABLE"))
    Writer editor;

    @ManyToMany
    @JoinTable(
            name = "PAPER_WRITER",
            comment = "Who wrote what",
            options = "UNLOGGED",
            check = @CheckConstraint(name = "CK_WROTE", constraint = "WRITER_ID > 0"),
            joinColumns =
                    @JoinColumn(
                            name = "PAPER_ID",
                            comment = "The paper",
                            check = @CheckConstraint(constraint = "PAPER_ID > 0")),
            inverseJoinColumns = @JoinColumn(name = "WRITER_ID", comment = "The writer"))
    Set<Writer> writers = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "KEYWORDS",
            options = "UNLOGGED",
            joinColumns =
                    @JoinColumn(
                            name = "PAPER_ID",
                            comment = "Of which paper",
                            check = @CheckConstraint(constraint = "PAPER_ID <> 2")))
    @Column(name = "WORD", comment = "One word", check = @CheckConstraint(constraint = "WORD <> ''"))
    Set<String> keywords = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "MARKS")
    List<Mark> marks = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "STATES")
    @Column(name = "STATE")
    @jakarta.persistence.Enumerated(jakarta.persistence.EnumType.STRING)
    Set<State> states = new HashSet<>();

    @Override
    public String toString() {
        return String.join(
                " ",
                String.valueOf(id),
                title,
                summary,
                String.valueOf(writtenAt),
                String.valueOf(dueAt),
                String.valueOf(printedAt),
                String.valueOf(soldAt),
                String.valueOf(since),
                String.valueOf(state),
                String.valueOf(grade),
                String.valueOf(ranking),
                String.valueOf(size),
                List.copyOf(keywords).toString(),
                List.copyOf(marks).toString(),
                List.copyOf(states).toString());
    }
}
