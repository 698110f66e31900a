package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Polymorphic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An entity that extends one of a polymorphic pair's may be named as that one may. */
@ParameterizedClass
@EnumSource(Database.class)
class PolymorphicSubclassTest {

    @Entity(name = "Media")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Media {

        @Id
        Long id;

        String title;

        @Transient
        List<Remark> remarks;
    }

    @Entity(name = "Video")
    public static class Video extends Media {

        Integer seconds;
    }

    @Entity(name = "Essay")
    public static class Essay {

        @Id
        Long id;

        String title;
    }

    @Entity(name = "Remark")
    public static class Remark extends EasyModel {

        String text;

        String subjectType;

        @Polymorphic(types = {Media.class, Essay.class})
        Long subjectId;

        @Transient
        Object subject;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(directory, database, Media.class, Video.class, Essay.class, Remark.class);
        rows(Media.class).insertMap(Map.of("id", 1, "title", "sea"));
        rows(Essay.class).insertMap(Map.of("id", 2, "title", "sea"));
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private <E> BlockingRepository<E> rows(Class<E> type) {
        return unit.easy.blocking(type);
    }

    @Test
    void aMapUnderItsName_isARowOfIt() {
        Remark remark = rows(Remark.class)
                .insertMap(Map.of(
                        "text", "long", "subject", Map.of("Video", Map.of("id", 2, "title", "sea", "seconds", 90))));
        assertThat(remark.subjectType).isEqualTo("Media");
        assertThat(rows(Video.class).find(2L).orElseThrow().seconds).isEqualTo(90);
        Remark read = rows(Remark.class).select().include("subject").one();
        assertThat(read.subject).isInstanceOf(Video.class);
    }

    @Test
    void aRowThatIsThere_isLinkedUnderItsName() {
        rows(Video.class).insertMap(Map.of("id", 2, "title", "sea", "seconds", 90));
        rows(Remark.class).insertMap(Map.of("text", "short", "subject", Map.of("Video", Map.of("id", 2))));
        assertThat(rows(Video.class).select().count()).isOne();
        assertThat(rows(Media.class).find(2L, "remarks").orElseThrow().remarks).hasSize(1);
        Remark other = rows(Remark.class).insertMap(Map.of("text", "other"));
        rows(Remark.class).update(other.getId(), Map.of("subject", Map.of("Video", Map.of("id", 2))));
        assertThat(rows(Remark.class).select(Map.of("subjectId", 2)).count()).isEqualTo(2);
    }

    @Test
    void conditionsAndOrders_mayNameIt() {
        rows(Video.class).insertMap(Map.of("id", 2, "title", "sea", "seconds", 90));
        rows(Video.class).insertMap(Map.of("id", 3, "title", "sky", "seconds", 30));
        for (Map<String, Object> subject : List.<Map<String, Object>>of(
                Map.of("Media", 1), Map.of("Essay", 2), Map.of("Media", 2), Map.of("Media", 3))) {
            rows(Remark.class)
                    .insertMap(Map.of(
                            "text",
                            subject.toString(),
                            "subjectType",
                            subject.keySet().iterator().next(),
                            "subjectId",
                            subject.values().iterator().next()));
        }
        assertThat(texts(rows(Remark.class).select(Map.of("subject.Video.seconds", 90))))
                .containsExactly("{Media=2}");
        assertThat(texts(rows(Remark.class).select(Map.of("subject", Map.of("Video", Map.of("title", "sea"))))))
                .containsExactly("{Media=2}");
        assertThat(texts(rows(Remark.class)
                        .select(attribute("subject.Video.seconds").greaterThan(0))
                        .orderBy("subject.Video.seconds")))
                .containsExactly("{Media=3}", "{Media=2}");
        assertThat(texts(rows(Remark.class)
                        .select(Map.of("subject.title", "sea"))
                        .orderBy("text")))
                .containsExactly("{Essay=2}", "{Media=1}", "{Media=2}");
    }

    private static List<String> texts(org.easymodel.BlockingQuery<Remark> query) {
        return query.list().stream().map(each -> each.text).toList();
    }

    @Test
    void includes_nameTheEntityOfThePair() {
        assertThatThrownBy(() -> rows(Remark.class).select().include("subject.Video"))
                .hasMessage(
                        "EM-1182 Remark.select: 'subject.Video' includes rows as those of Video, which the pair leads to as to Media."
                                + " Name Media there; rows of Video are among them.");
    }
}
