package org.easymodel.contract.scan.models.collections.onetomany;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;

/** One-to-many in all forms: with a column, over a table, ordered by a column, from both sides. */
public final class OneToManyModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Course.class, Lesson.class, Exam.class, Handout.class, Chapter.class);
    }

    /** EclipseLink writes the position of a chapter by a second statement. */
    @Override
    public List<String> mends() {
        return List.of("alter table CHAPTER alter column CHAPTER_NO set null");
    }

    @Override
    public List<Object> rows() {
        Course course = new Course();
        course.id = 1L;
        course.name = "logic";
        Lesson lesson = new Lesson();
        lesson.id = 1L;
        lesson.course = course;
        lesson.topic = "and";
        Lesson second = new Lesson();
        second.id = 2L;
        second.course = course;
        second.topic = "or";
        course.lessons.add(lesson);
        course.lessons.add(second);
        Exam exam = new Exam();
        exam.id = 1L;
        course.exams.add(exam);
        Handout handout = new Handout();
        handout.id = 1L;
        course.handouts.add(handout);
        course.spare.add(handout);
        Chapter chapter = new Chapter();
        chapter.id = 1L;
        course.chapters.add(chapter);
        return List.of(course, lesson, second, exam, handout, chapter);
    }

    @Override
    public void change(Rows rows) {
        Course course = rows.the(Course.class);
        course.name = "more logic";
        Lesson first = rows.the(Lesson.class);
        first.topic = "not";
        rows.the(Exam.class).grade = 1;
        rows.the(Handout.class).pages = 3;
        rows.the(Chapter.class).heading = "one";
    }

    @Override
    public void loosen(Rows rows) {
        Course course = rows.the(Course.class);
        course.handouts.clear();
        course.spare.clear();
        course.chapters.clear();
    }
}

@Entity
class Course {
    @Id
    Long id;

    String name;

    @OneToMany(mappedBy = "course")
    @OrderColumn(name = "LESSON_NO")
    List<Lesson> lessons = new ArrayList<>();

    /** A key in the other table that no attribute of the other entity shows. */
    @OneToMany
    @JoinColumn(name = "COURSE_ID", nullable = false)
    Set<Exam> exams = new HashSet<>();

    /** Over a table with its default name. */
    @OneToMany
    Set<Handout> handouts = new HashSet<>();

    @OneToMany
    @JoinTable(
            name = "SPARE",
            joinColumns = @JoinColumn(name = "COURSE"),
            inverseJoinColumns = @JoinColumn(name = "HANDOUT"))
    @OrderColumn
    List<Handout> spare = new ArrayList<>();

    @OneToMany
    @JoinColumn(name = "BOOK")
    @OrderColumn(name = "CHAPTER_NO", nullable = false)
    List<Chapter> chapters = new ArrayList<>();
}

@Entity
class Lesson {
    @Id
    Long id;

    String topic;

    @ManyToOne(optional = false)
    Course course;
}

@Entity
class Exam {
    @Id
    Long id;

    int grade;
}

@Entity
class Handout {
    @Id
    Long id;

    int pages;
}

@Entity
class Chapter {
    @Id
    Long id;

    String heading;
}
