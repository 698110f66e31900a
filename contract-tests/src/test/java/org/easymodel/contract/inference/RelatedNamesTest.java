package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of relationships, and of entities behind a polymorphic pair, that are written wrong: what is said of them. */
@Tag("woven")
class RelatedNamesTest {

    @Entity(name = "Author")
    public static class Author extends EasyModel {

        String name;
    }

    @Entity(name = "Novelist")
    public static class Novelist extends Author {}

    @Entity(name = "Label")
    public static class Label extends EasyModel {

        String text;
        String subjectType;

        @Polymorphic(types = {Story.class, Author.class})
        Long subjectId;
    }

    @Entity(name = "Story")
    public static class Story extends EasyModel {

        String title;

        @References(Author.class)
        Long authorId;

        @References(Author.class)
        Long editorId;

        @Transient
        Author editor;

        @Transient
        Set<Chapter> chapters;
    }

    @Entity(name = "Chapter")
    public static class Chapter extends EasyModel {

        String heading;

        @References(Story.class)
        Long storyId;
    }

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private BlockingRepository<Story> stories;
    private BlockingRepository<Label> labels;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(
                directory, Database.H2, Author.class, Novelist.class, Story.class, Chapter.class, Label.class);
        stories = unit.easy.blocking(Story.class);
        labels = unit.easy.blocking(Label.class);
        stories.insertMap(Map.of(
                "title", "Sea",
                "author", Map.of("name", "Ann"),
                "editor", Map.of("name", "Ed"),
                "chapters", List.of(Map.of("heading", "One")),
                "labels", List.of(Map.of("text", "wet"))));
    }

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void related_unknownName_isRefusedWithTheNamesThatThereAre() {
        Story story = stories.first().orElseThrow();

        assertInvalid(
                "EM-1156 Story.related: there is no inferred relationship 'autor'. Story has author, chapters, editor,"
                        + " labels. Did you mean 'author'?",
                () -> story.related("autor", Author.class));
        assertInvalid(
                "EM-1156 Story.relatedList: there is no inferred relationship 'lables'. Story has author, chapters, editor,"
                        + " labels. Did you mean 'labels'?",
                () -> story.relatedList("lables", Label.class));
        assertInvalid(
                "EM-1156 Story.isRelatedLoaded: there is no inferred relationship 'zzz'. Story has author, chapters,"
                        + " editor, labels.",
                () -> story.isRelatedLoaded("zzz"));
        assertInvalid(
                "EM-1156 Story.related: there is no inferred relationship 'title'. Story has author, chapters, editor,"
                        + " labels.",
                () -> new Story().related("title", String.class));
        assertInvalid(
                "EM-1156 Novelist.relatedList: there is no inferred relationship 'storiesAsEditr'. Novelist has labels,"
                        + " storiesAsAuthor, storiesAsEditor. Did you mean 'storiesAsEditor'?",
                () -> new Novelist().relatedList("storiesAsEditr", Story.class));
    }

    @Test
    void related_otherClassOrNumber_isRefused() {
        Story story = stories.select().include("author", "labels").first().orElseThrow();

        assertInvalid(
                "EM-1157 Story.author: it leads to Author, and was asked for as Chapter. Ask for it with"
                        + " related(\"author\", Author.class).",
                () -> story.related("author", Chapter.class));
        assertInvalid(
                "EM-1157 Story.labels: it leads to any number of entities, and was asked for as to one. Ask for it with"
                        + " relatedList(\"labels\", Label.class).",
                () -> story.related("labels", Label.class));
        assertInvalid(
                "EM-1157 Story.author: it leads to one entity, and was asked for as to any number. Ask for it with"
                        + " related(\"author\", Author.class).",
                () -> story.relatedList("author", Author.class));
        assertInvalid(
                "EM-1157 Story.author: the entity there is of class Author, and was asked for as Novelist. Ask for it with"
                        + " related(\"author\", Author.class).",
                () -> story.related("author", Novelist.class));
        Label label = labels.select().include("subject").first().orElseThrow();
        assertThat(label.related("subject", Story.class))
                .map(each -> each.title)
                .contains("Sea");
        assertThat(label.related("subject", Object.class)).isPresent();
        assertInvalid(
                "EM-1157 Label.subject: it leads to Story or Author, and was asked for as Chapter. Ask for it with"
                        + " related(\"subject\", Object.class).",
                () -> label.related("subject", Chapter.class));
        assertInvalid(
                "EM-1157 Label.subject: the entity there is of class Story, and was asked for as Author. Ask for it with"
                        + " related(\"subject\", Object.class).",
                () -> label.related("subject", Author.class));
    }

    @Test
    void related_keptInAField_isReadThere() {
        Story story = stories.select().include("editor", "chapters").first().orElseThrow();

        assertThat(story.isRelatedLoaded("editor")).isTrue();
        assertThat(story.related("editor", Author.class)).map(each -> each.name).contains("Ed");
        assertThat(story.relatedList("chapters", Chapter.class))
                .extracting(each -> each.heading)
                .containsExactly("One");
        assertThat(story.isRelatedLoaded("author")).isFalse();
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> story.related("author", Author.class))
                .withMessage(
                        "EM-1401 Story.author: the relationship is not loaded. Ask for it with include(\"author\").");
        Story bare = stories.select().withoutRelated().first().orElseThrow();
        assertThat(bare.isRelatedLoaded("editor")).isFalse();
        assertThatExceptionOfType(RelationshipNotLoadedException.class)
                .isThrownBy(() -> bare.relatedList("chapters", Chapter.class))
                .withMessage("EM-1401 Story.chapters: the relationship is not loaded. Ask for it with"
                        + " include(\"chapters\").");
        Story fresh = new Story();
        fresh.editor = new Author();
        assertThat(fresh.related("editor", Author.class)).containsSame(fresh.editor);
    }

    @Test
    void pair_misspeltEntity_isSuggested() {
        assertInvalid(
                "EM-1179 Label.select: 'subject.Sotry.title' may lead to Story or Author, and Story has no 'Sotry.title'."
                        + " Did you mean 'subject.Story.title'?",
                () -> labels.select(Map.of("subject.Sotry.title", "Sea")));
        assertInvalid(
                "EM-1179 Label.select: 'subject.story' may lead to Story or Author, and Story has no 'story'."
                        + " Did you mean 'subject.Story'?",
                () -> labels.select(Map.of("subject", Map.of("story", Map.of("title", "Sea")))));
        assertInvalid(
                "EM-1179 Label.select: 'subject.Novellist.name' may lead to Story or Author, so that it is no single value."
                        + " Did you mean 'subject.Novelist.name'?",
                () -> labels.select().orderBy("subject.Novellist.name"));
        assertInvalid(
                "EM-1179 Label.select: 'subject.Stroy' may lead to Story or Author, and none of them has a relationship"
                        + " 'Stroy'. Did you mean 'subject.Story'?",
                () -> labels.select().include("subject.Stroy"));
        assertInvalid(
                "EM-1310 Label.insertMap: 'subject' does not say of which entity it is, and may lead to Story or Author."
                        + " Put its values under the entity's name, as in {\"Story\": {...}}, or give 'subjectType' beside"
                        + " it. Did you mean 'Story'?",
                () -> labels.insertMap(Map.of("subject", Map.of("Storry", Map.of("title", "Sea")))));
        assertInvalid(
                "EM-1310 Label.insertMap: 'subject' does not say of which entity it is, and may lead to Story or Author."
                        + " Put its values under the entity's name, as in {\"Story\": {...}}, or give 'subjectType' beside"
                        + " it. Did you mean 'Story'?",
                () -> labels.insertMap(Map.of("subjectType", "Storry", "subject", Map.of("title", "Sea"))));
        Long id = labels.first().orElseThrow().getId();
        assertInvalid(
                "EM-1310 Label.update: 'subject' does not say of which entity it is, and may lead to Story or Author."
                        + " Put its values under the entity's name, as in {\"Story\": {...}}, or give 'subjectType' beside"
                        + " it. Did you mean 'Story'?",
                () -> labels.update(id, Map.of("subject", Map.of("Storry", Map.of("title", "Sea")))));
    }

    private static void assertInvalid(String message, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(call)
                .withMessage(message);
    }
}
