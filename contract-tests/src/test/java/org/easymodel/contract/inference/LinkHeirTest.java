package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.References;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Links that extend another entity, in its table, in one of their own beside it, or in one of their own. */
@Tag("woven")
class LinkHeirTest {

    @Entity(name = "Novel")
    public static class Novel extends EasyModel {
        String title;

        @Transient
        List<Reader> readers;
    }

    @Entity(name = "Reader")
    public static class Reader extends EasyModel {
        String name;

        @Transient
        List<Novel> novels;
    }

    @Entity(name = "Single")
    @Inheritance(strategy = InheritanceType.SINGLE_TABLE)
    public static class Single {
        @Id
        @GeneratedValue
        Long id;

        String note;
    }

    @Link
    @Entity(name = "SingleLoan")
    public static class SingleLoan extends Single {
        @References(Novel.class)
        Long novelId;

        @References(Reader.class)
        Long readerId;
    }

    @Entity(name = "Joined")
    @Inheritance(strategy = InheritanceType.JOINED)
    public static class Joined {
        @Id
        @GeneratedValue
        Long id;

        String note;
    }

    @Link
    @Entity(name = "JoinedLoan")
    public static class JoinedLoan extends Joined {
        @References(Novel.class)
        Long novelId;

        @References(Reader.class)
        Long readerId;
    }

    @Entity(name = "Separate")
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    public static class Separate {
        @Id
        @GeneratedValue
        Long id;

        String note;
    }

    @Link
    @Entity(name = "SeparateLoan")
    public static class SeparateLoan extends Separate {
        @References(Novel.class)
        Long novelId;

        @References(Reader.class)
        Long readerId;
    }

    static Stream<Arguments> links() {
        return Stream.of(Database.values())
                .flatMap(database -> Stream.of(
                        Arguments.of(database, Single.class, SingleLoan.class),
                        Arguments.of(database, Joined.class, JoinedLoan.class),
                        Arguments.of(database, Separate.class, SeparateLoan.class)));
    }

    @TempDir
    private Path directory;

    @ParameterizedTest
    @MethodSource("links")
    void link_thatExtendsAnEntity_links(Database database, Class<?> parent, Class<?> link) {
        try (SmallUnit unit = SmallUnit.migrated(directory, database, Novel.class, Reader.class, parent, link)) {
            assertThat(unit.model().problems()).isEmpty();
            assertThat(unit.model().warnings()).isEmpty();
            BlockingRepository<Novel> novels = unit.easy.blocking(Novel.class);
            BlockingRepository<Reader> readers = unit.easy.blocking(Reader.class);
            BlockingRepository<?> plain = unit.easy.blocking(parent);
            plain.insertMap(Map.of("note", "no loan"));
            novels.insertMap(Map.of("title", "Sea", "readers", List.of(Map.of("name", "Ann"), Map.of("name", "Ben"))));
            Novel sea = novels.select().include("readers").one();
            Reader cleo = readers.insertMap(Map.of("name", "Cleo"));

            novels.addRelated(sea, "readers", cleo);
            novels.removeRelated(sea, "readers", sea.readers.get(0));

            assertThat(novels.select().include("readers").one().readers)
                    .extracting(reader -> reader.name)
                    .containsExactly("Ben", "Cleo");
            assertThat(readers.select(Map.of("novels.title", "Sea"))
                            .orderBy("name")
                            .include("novels")
                            .list())
                    .extracting(reader -> reader.novels.get(0).title)
                    .containsExactly("Sea", "Sea");
            assertThat(unit.easy.blocking(link).count()).isEqualTo(2);
            assertThat(plain.count()).isEqualTo(3);
            novels.delete(sea);
            assertThat(unit.easy.blocking(link).count()).isZero();
            assertThat(plain.count()).isEqualTo(1);
        }
    }
}
