package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.all;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.related;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.References;
import org.easymodel.query.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A key that no constraint keeps may lead to a row that is not there: for conditions it leads nowhere, as in results. */
@ParameterizedClass
@EnumSource(Database.class)
class DanglingKeyTest {

    @Embeddable
    public static class Home {

        private String town;
    }

    @Entity(name = "Writer")
    public static class Writer {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String name;

        @Embedded
        private Home home;

        @References(value = Writer.class, attribute = "mentor", inverse = "pupils", constraint = false)
        private Long mentorId;

        @References(value = Writer.class, attribute = "patron", inverse = "clients")
        private Long patronId;
    }

    @Entity(name = "Work")
    public static class Work {

        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        private Long id;

        private String title;
        private Long writerId;

        @Transient
        private Writer writer;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private BlockingRepository<Work> works;
    private BlockingRepository<Writer> writers;

    @BeforeEach
    void open() {
        unit = SmallUnit.migrated(directory, database, Home.class, Writer.class, Work.class);
        works = unit.easy.blocking(Work.class);
        writers = unit.easy.blocking(Writer.class);
        Long named = writers.insertMap(Map.of("name", "q", "home", Map.of("town", "Rom"))).id;
        Long nameless = writers.insertMap(EasyMap.of("name", null)).id;
        works.insertMap(Map.of("title", "named", "writerId", named));
        works.insertMap(Map.of("title", "nameless", "writerId", nameless));
        works.insertMap(Map.of("title", "none"));
        works.insertMap(Map.of("title", "dangling", "writerId", 4711));
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private List<String> met(Condition condition) {
        return works.select(condition).orderBy("title").list().stream()
                .map(work -> work.title)
                .toList();
    }

    @Test
    void conditionBelow_needsARowThatIsThere() {
        assertThat(met(attribute("writer.name").isNull())).containsExactly("nameless");
        assertThat(met(attribute("writer.home").isNull())).containsExactly("nameless");
        assertThat(met(attribute("writer.name").in("q", null))).containsExactly("named", "nameless");
        assertThat(met(related("writer", attribute("name").isNull()))).containsExactly("nameless");
        assertThat(met(related("writer", not(attribute("name").equalTo("q"))))).containsExactly("nameless");
        assertThat(met(related("writer", all()))).containsExactly("named", "nameless");
        assertThat(met(related("writer", attribute("mentor").isNull()))).containsExactly("named", "nameless");
    }

    @Test
    void opposite_isMetByTheOtherRows() {
        assertThat(met(not(attribute("writer.name").isNull()))).containsExactly("dangling", "named", "none");
        assertThat(met(not(related("writer", attribute("name").isNull()))))
                .containsExactly("dangling", "named", "none");
        assertThat(met(not(attribute("writer.name").equalTo("q")))).containsExactly("dangling", "nameless", "none");
    }

    @Test
    void relationshipItself_isAsInResults() {
        assertThat(works.select(attribute("title").equalTo("dangling")).one().writer)
                .isNull();
        assertThat(met(attribute("writer").isNull())).containsExactly("dangling", "none");
        assertThat(met(attribute("writer").notNull())).containsExactly("named", "nameless");
        assertThat(met(not(attribute("writer").isNull()))).containsExactly("named", "nameless");
        assertThat(met(attribute("writerId").isNull())).containsExactly("none");
        assertThat(works.count(EasyMap.of("writer", null))).isEqualTo(2);
        Long orphan = writers.insertMap(Map.of("name", "o", "mentorId", 4711)).id;
        works.insertMap(Map.of("title", "of orphan", "writerId", orphan));
        assertThat(met(attribute("writer.mentor").isNull()))
                .containsExactly("dangling", "named", "nameless", "none", "of orphan");
    }

    public record WriterView(String name) {}

    public record WorkView(String title, WriterView writer) {}

    @Test
    void recordOfTheRow_isNullWhereThereIsNone() {
        assertThat(works.select().orderBy("title").as(WorkView.class).list())
                .containsExactly(
                        new WorkView("dangling", null),
                        new WorkView("named", new WriterView("q")),
                        new WorkView("nameless", new WriterView(null)),
                        new WorkView("none", null));
    }

    @Test
    void constrainedKey_needsNoOtherRow() {
        unit.tap.reset();
        assertThat(writers.count(attribute("patron").isNull())).isEqualTo(2);
        assertThat(unit.tap.statements()).hasSize(1).noneMatch(sql -> sql.contains("JOIN") || sql.contains("t1"));
        unit.tap.reset();
        met(attribute("writer").isNull());
        assertThat(unit.tap.statements()).hasSize(2);
    }
}
