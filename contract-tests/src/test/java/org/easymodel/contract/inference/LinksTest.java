package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Links in every form: with payload, to the same entity twice, two of them between two entities, the same pair again. */
@ParameterizedClass
@EnumSource(Database.class)
class LinksTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    // People who follow people.

    @Entity(name = "Person")
    public static class Person extends EasyModel {

        @Column(unique = true)
        String name;

        @Transient
        List<Person> followers;

        @Transient
        List<Person> followeds;
    }

    @Entity(name = "Follow")
    @Link
    public static class Follow extends EasyModel {

        @References(Person.class)
        Long followerId;

        @References(Person.class)
        Long followedId;

        @Transient
        Person follower;

        @Transient
        Person followed;

        @DefaultValue("normal")
        String loudness;
    }

    @Test
    void aLinkOfOneEntityWithItself_hasTwoDirections() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Person.class, Follow.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Follow.followed: many_to_one Person by followedId",
                            "Follow.follower: many_to_one Person by followerId",
                            "Person.followsAsFollowed: one_to_many Follow by followedId",
                            "Person.followsAsFollower: one_to_many Follow by followerId",
                            "Person.followeds: many_to_many Person over Follow",
                            "Person.followers: many_to_many Person over Follow");
            BlockingRepository<Person> people = unit.easy.blocking(Person.class);
            BlockingRepository<Follow> follows = unit.easy.blocking(Follow.class);
            people.insertMap(Map.of("name", "Ann", "followeds", List.of(Map.of("name", "Bob"), Map.of("name", "Cy"))));
            people.insertMap(Map.of("name", "Di", "followers", List.of(Map.of("name", "Ann"))));
            assertThat(follows.select().list()).hasSize(3).allSatisfy(each -> assertThat(each.loudness)
                    .isEqualTo("normal"));
            assertThat(people.select(Map.of("followers", Map.of("name", "Ann")))
                            .orderBy("name")
                            .list())
                    .extracting(each -> each.name)
                    .containsExactly("Bob", "Cy", "Di");
            assertThat(people.select(Map.of("name", "Ann"))
                            .include("followeds", "followers")
                            .one())
                    .satisfies(ann -> assertThat(ann.followers).isEmpty())
                    .satisfies(ann -> assertThat(ann.followeds)
                            .extracting(each -> each.name)
                            .containsExactlyInAnyOrder("Bob", "Cy", "Di"));
            assertThat(people.deleteWhere(Map.of("name", "Ann"))).isOne();
            assertThat(follows.select().count()).isZero();
            assertThat(people.select().count()).isEqualTo(3);
        }
    }

    // Students and courses, with a link for those who attend and one for those who wait.

    @Entity(name = "Student")
    public static class Student {

        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String name;

        @Transient
        List<Attendance> attendances;

        @Transient
        List<Course> courses;

        @Transient
        List<Course> coursesViaWaiting;
    }

    @Entity(name = "Course")
    public static class Course {

        @Id
        @GeneratedValue
        Long id;

        @Column(unique = true)
        String code;

        @Transient
        List<Student> students;
    }

    @Entity(name = "Attendance")
    @Link
    public static class Attendance {

        @Id
        @GeneratedValue
        Long id;

        Long studentId;

        Long courseId;

        @Transient
        Course course;

        @Column(nullable = false)
        Integer points;
    }

    @Entity(name = "Waiting")
    public static class Waiting {

        @Id
        @GeneratedValue
        Long id;

        Long studentId;

        Long courseId;
    }

    @Test
    void twoLinksBetweenTwoEntities_haveNamesOfTheirOwn() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Student.class, Course.class, Attendance.class, Waiting.class)) {
            assertThat(unit.inferred())
                    .contains(
                            "Student.courses: many_to_many Course over Attendance",
                            "Course.students: many_to_many Student over Attendance",
                            "Student.coursesViaWaiting: many_to_many Course over Waiting",
                            "Course.studentsViaWaiting: many_to_many Student over Waiting");
            BlockingRepository<Student> students = unit.easy.blocking(Student.class);
            Student ann = students.insertMap(Map.of(
                    "name",
                    "Ann",
                    "attendances",
                    List.of(Map.of("points", 5, "course", Map.of("code", "M1"))),
                    "coursesViaWaiting",
                    List.of(Map.of("code", "P1"))));
            assertThat(ann.attendances).extracting(each -> each.points).containsExactly(5);
            assertThat(ann.coursesViaWaiting).extracting(each -> each.code).containsExactly("P1");
            assertThat(students.select(Map.of("courses", Map.of("code", "P1"))).count())
                    .isZero();
            assertThat(students.select(Map.of("coursesViaWaiting", Map.of("code", "P1")))
                            .count())
                    .isOne();
        }
    }

    @Test
    void whatALinkNeeds_isAskedForBeforeAnySql() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Student.class, Course.class, Attendance.class, Waiting.class)) {
            BlockingRepository<Student> students = unit.easy.blocking(Student.class);
            unit.tap.reset();
            assertThatThrownBy(() -> students.insertMap(
                            Map.of("name", "Ann", "courses", List.of(Map.of("code", "M1"), Map.of("code", "P1")))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("courses[0]")
                    .hasMessageContaining("Attendance")
                    .hasMessageContaining("points");
            assertThat(unit.tap.statements()).isEmpty();
        }
    }

    @Test
    void aLinkIsRead_inAsManyStatementsForManyRowsAsForFew() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Student.class, Course.class, Attendance.class, Waiting.class)) {
            BlockingRepository<Student> students = unit.easy.blocking(Student.class);
            for (int rows : List.of(10, 100)) {
                students.insertMaps(IntStream.range(0, rows)
                        .mapToObj(i -> Map.<String, Object>of(
                                "name",
                                rows + "-" + i,
                                "attendances",
                                List.of(Map.of("points", i, "course", Map.of("code", "c" + i)))))
                        .toList());
                unit.tap.reset();
                List<Student> read = students.select()
                        .include("courses", "attendances.course")
                        .list();
                assertThat(read).allSatisfy(each -> assertThat(each.courses).hasSize(1));
                assertThat(unit.tap.statements()).hasSize(3);
            }
        }
    }

    // The same pair once, and the same pair again.

    @Entity(name = "Reader")
    public static class Reader extends EasyModel {

        @Column(unique = true)
        String name;

        @Transient
        List<Text> texts;

        @Transient
        List<Reading> readings;
    }

    @Entity(name = "Text")
    public static class Text extends EasyModel {

        @Column(unique = true)
        String title;

        @Transient
        List<Reader> readers;
    }

    @Entity(name = "Reading")
    @Link(unique = false)
    public static class Reading extends EasyModel {

        @References(Reader.class)
        Long readerId;

        @References(Text.class)
        Long textId;

        int pages;
    }

    @Test
    void aPairThatMayComeAgain_isReadOnceAtEitherEnd() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Reader.class, Text.class, Reading.class)) {
            BlockingRepository<Reader> readers = unit.easy.blocking(Reader.class);
            Reader ann = readers.insertMap(Map.of("name", "Ann"));
            Text text = unit.easy.blocking(Text.class).insertMap(Map.of("title", "Solaris"));
            for (int pages : List.of(10, 20)) {
                unit.easy
                        .blocking(Reading.class)
                        .insertMap(Map.of("readerId", ann.getId(), "textId", text.getId(), "pages", pages));
            }
            Reader read = readers.select().include("texts", "readings").one();
            assertThat(read.readings).hasSize(2);
            assertThat(read.texts).extracting(each -> each.title).containsExactly("Solaris");
            assertThat(readers.select(Map.of("texts", Map.of("title", "Solaris")))
                            .list())
                    .hasSize(1);
            Reader bob = readers.insertMap(Map.of("name", "Bob", "texts", List.of(Map.of("title", "Solaris"))));
            readers.update(ann.getId(), Map.of("texts", List.of(Map.of("title", "Solaris"), Map.of("title", "Eden"))));
            assertThat(readers.select().include("texts").orderBy("name").list())
                    .extracting(
                            each -> each.texts.stream().map(one -> one.title).toList())
                    .containsExactly(List.of("Solaris", "Eden"), List.of("Solaris"));
            assertThat(unit.easy
                            .blocking(Text.class)
                            .select(Map.of("title", "Solaris"))
                            .include("readers")
                            .one()
                            .readers)
                    .extracting(each -> each.name)
                    .containsExactly("Ann", "Bob");
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                assertThat(entityManager.find(Reader.class, ann.getId()).texts).hasSize(2);
                assertThat(entityManager.find(Reader.class, bob.getId()).texts).hasSize(1);
            }
        }
    }

    @Test
    void aPairThatComesAgain_isReadOnceInEveryWay() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Reader.class, Text.class, Reading.class)) {
            Long ann = readTwice(unit, 3);
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                assertThat(entityManager.find(Reader.class, ann).texts).hasSize(3);
            }
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                entityManager.getTransaction().begin();
                entityManager.createQuery("update Reader r set r.name = 'Anna'").executeUpdate();
                assertThat(entityManager.find(Reader.class, ann).texts).hasSize(3);
                entityManager.getTransaction().commit();
            }
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                assertThat(entityManager
                                .createQuery("select distinct r from Reader r left join fetch r.texts", Reader.class)
                                .getSingleResult()
                                .texts)
                        .hasSize(3);
            }
            for (String type : List.of("IN", "JOIN", "EXISTS")) {
                try (EntityManager entityManager = unit.factory.createEntityManager()) {
                    Reader read = entityManager
                            .createQuery("select r from Reader r", Reader.class)
                            .setHint("eclipselink.batch", "r.texts")
                            .setHint("eclipselink.batch.type", type)
                            .getSingleResult();
                    assertThat(read.texts).as(type).hasSize(3);
                }
            }
        }
    }

    @Test
    void aResultWithPairsThatComeAgain_isSealedAndMerged() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Reader.class, Text.class, Reading.class)) {
            readTwice(unit, 3);
            BlockingRepository<Reader> readers = unit.easy.blocking(Reader.class);
            assertThatThrownBy(
                            () -> readers.select().withoutRelated().one().texts.size())
                    .isInstanceOf(RelationshipNotLoadedException.class);
            Reader read = readers.select().include("texts").one();
            read.name = "Anna";
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                entityManager.getTransaction().begin();
                Reader merged = entityManager.merge(read);
                assertThat(merged.texts).hasSize(3);
                entityManager.getTransaction().commit();
                assertThat(merged.texts).hasSize(3);
            }
            assertThat(unit.easy.blocking(Reading.class).select().count()).isEqualTo(6);
            assertThat(readers.select(Map.of("name", "Anna")).count()).isOne();
        }
    }

    @Test
    void manyPairsThatComeAgain_areAllThere() {
        int rows = database == Database.DERBY ? 2_000 : 20_000;
        try (SmallUnit unit = SmallUnit.of(directory, database, Reader.class, Text.class, Reading.class)) {
            Long ann = readTwice(unit, rows);
            Reader read =
                    unit.easy.blocking(Reader.class).select().include("texts").one();
            assertThat(read.texts.stream().map(text -> text.title).distinct().count())
                    .isEqualTo(rows);
            assertThat(read.texts).hasSize(rows);
            try (EntityManager entityManager = unit.factory.createEntityManager()) {
                assertThat(entityManager.find(Reader.class, ann).texts).hasSize(rows);
            }
        }
    }

    /** One reader of so many texts, each read twice; not one after the other. */
    private static Long readTwice(SmallUnit unit, int texts) {
        Reader ann = unit.easy.blocking(Reader.class).insertMap(Map.of("name", "Ann"));
        try (EntityManager entityManager = unit.factory.createEntityManager()) {
            entityManager.getTransaction().begin();
            Connection connection = entityManager.unwrap(Connection.class);
            Timestamp now = Timestamp.valueOf("2026-01-01 00:00:00");
            insert(
                    connection,
                    "insert into Text (id, title, created_at, updated_at) values (?, ?, ?, ?)",
                    texts,
                    i -> List.of(1 + i, "t" + i, now, now));
            for (int times = 0; times < 2; times++) {
                int from = times * texts;
                insert(
                        connection,
                        "insert into Reading (id, readerId, textId, pages, created_at, updated_at)"
                                + " values (?, ?, ?, ?, ?, ?)",
                        texts,
                        i -> List.of(1 + from + i, ann.getId(), 1 + i, 10, now, now));
            }
            entityManager.getTransaction().commit();
        }
        return ann.getId();
    }

    private static void insert(Connection connection, String sql, int rows, IntFunction<List<Object>> values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int row = 0; row < rows; row++) {
                int column = 1;
                for (Object value : values.apply(row)) {
                    statement.setObject(column++, value);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows cannot be inserted", e);
        }
    }
}
