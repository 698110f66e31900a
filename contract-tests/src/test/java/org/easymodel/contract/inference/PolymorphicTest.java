package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.add;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.remove;

import jakarta.persistence.Entity;
import jakarta.persistence.Transient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.easymodel.BlockingRepository;
import org.easymodel.EasyMap;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.easymodel.query.Condition;
import org.easymodel.query.Conditions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Relationships over polymorphic pairs, in queries and verbs. */
@ParameterizedClass
@EnumSource(Database.class)
class PolymorphicTest {

    public interface Discussed {}

    @Entity(name = "Writer")
    public static class Writer extends EasyModel {

        String name;

        @Transient
        List<Article> articles;
    }

    @Entity(name = "Article")
    public static class Article extends EasyModel implements Discussed {

        String title;
        int words;

        @References(Writer.class)
        Long writerId;

        @Transient
        Writer writer;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Image")
    public static class Image extends EasyModel implements Discussed {

        String title;
        String filename;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Comment")
    public static class Comment extends EasyModel {

        String text;
        String subjectType;

        @Polymorphic(types = {Article.class, Image.class})
        Long subjectId;

        @Transient
        Discussed subject;

        @Transient
        List<Vote> votes;
    }

    @Entity(name = "Vote")
    public static class Vote extends EasyModel {

        int weight;

        @References(Comment.class)
        Long commentId;

        @Transient
        Comment comment;
    }

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private SmallUnit unit;
    private BlockingRepository<Writer> writers;
    private BlockingRepository<Article> articles;
    private BlockingRepository<Image> images;
    private BlockingRepository<Comment> comments;
    private BlockingRepository<Vote> votes;

    @BeforeEach
    void open() {
        unit = SmallUnit.of(directory, database, Writer.class, Article.class, Image.class, Comment.class, Vote.class);
        writers = unit.easy.blocking(Writer.class);
        articles = unit.easy.blocking(Article.class);
        images = unit.easy.blocking(Image.class);
        comments = unit.easy.blocking(Comment.class);
        votes = unit.easy.blocking(Vote.class);
    }

    @AfterEach
    void close() {
        unit.close();
    }

    private <R> R statements(int expected, Supplier<R> call) {
        unit.tap.reset();
        R result = call.get();
        assertThat(unit.tap.statements()).hasSize(expected);
        return result;
    }

    /** An article and an image with one id, each with comments. */
    private Long twins() {
        Article article = articles.insertMap(Map.of(
                "title",
                "On trees",
                "words",
                900,
                "writer",
                Map.of("name", "Ann"),
                "comments",
                List.of(Map.of("text", "long"), Map.of("text", "green"))));
        Image image = new Image();
        image.setId(article.getId());
        image.title = "An oak";
        image.filename = "oak.png";
        image.comments = new ArrayList<>(List.of(comment("blurred")));
        images.insert(image);
        return article.getId();
    }

    private static Comment comment(String text) {
        Comment comment = new Comment();
        comment.text = text;
        return comment;
    }

    private static List<String> texts(List<Comment> comments) {
        return comments.stream().map(each -> each.text).toList();
    }

    @Test
    void bothSidesAreInferred() {
        assertThat(unit.model().problems()).isEmpty();
        assertThat(unit.model().polymorphic("Comment", "subject")).hasValueSatisfying(pair -> {
            assertThat(pair.entities()).containsExactly("Article", "Image");
            assertThat(pair.because()).isEqualTo("Comment.subjectId is annotated with @Polymorphic");
        });
        assertThat(unit.inferred())
                .contains(
                        "Article.comments: one_to_many Comment by subjectId",
                        "Image.comments: one_to_many Comment by subjectId");
    }

    @Test
    void aNestedMapSetsTypeAndKey() {
        Long id = twins();
        assertThat(comments.select().orderBy("text").list())
                .extracting(each -> each.text + " " + each.subjectType + " " + each.subjectId)
                .containsExactly("blurred Image " + id, "green Article " + id, "long Article " + id);
    }

    @Test
    void rowsOfAnotherEntityWithTheSameIdAreNotMixedUp() {
        Long id = twins();
        assertThat(texts(articles.find(id, "comments").orElseThrow().comments)).containsExactly("long", "green");
        assertThat(texts(images.find(id, "comments").orElseThrow().comments)).containsExactly("blurred");
        List<Comment> all = comments.select().include("subject").orderBy("text").list();
        assertThat(all)
                .extracting(each -> each.subject.getClass().getSimpleName())
                .containsExactly("Image", "Article", "Article");
    }

    @Test
    void statementsDoNotGrowWithRows() {
        for (int rows : List.of(3, 40)) {
            articles.insertMaps(IntStream.range(0, rows)
                    .mapToObj(i -> Map.of(
                            "title",
                            "a" + i,
                            "words",
                            i,
                            "writer",
                            Map.of("name", "w" + i),
                            "comments",
                            List.of(Map.of("text", "c", "votes", List.of(Map.of("weight", 1))))))
                    .toList());
            images.insertMaps(IntStream.range(0, rows)
                    .mapToObj(i -> Map.of("title", "i" + i, "comments", List.of(Map.of("text", "c"))))
                    .toList());
            statements(2, () -> articles.select().include("comments").list());
            statements(3, () -> comments.select().include("subject").list());
            statements(4, () -> comments.select().include("subject.writer").list());
            statements(
                    4, () -> comments.select().include("subject.Article.writer").list());
            statements(3, () -> articles.select().include("comments.votes").list());
            statements(3, () -> writers.select().include("articles.comments").list());
            statements(5, () -> comments.select().include("subject.comments").list());
            statements(2, () -> articles.select()
                    .include("comments")
                    .orderBy("title")
                    .limit(2)
                    .list());
            statements(2, () -> comments.select(attribute("subjectType").equalTo("Image"))
                    .include("subject")
                    .list());
        }
    }

    @Test
    void whatIsNotIncludedThrows() {
        Long id = twins();
        Article article = articles.withoutRelated().find(id).orElseThrow();
        assertThatThrownBy(() -> article.comments.size())
                .isInstanceOf(RelationshipNotLoadedException.class)
                .hasMessageContaining("comments");
        Comment comment =
                comments.withoutRelated().first(Map.of("text", "long")).orElseThrow();
        assertThat(comment.subject).isNull();
        comments.loadRelated(comment, "subject.writer");
        assertThat(((Article) comment.subject).writer.name).isEqualTo("Ann");
    }

    @Test
    void criteriaCrossThePair() {
        Long id = twins();
        comments.insertMap(Map.of("text", "nowhere"));
        Article article = articles.find(id).orElseThrow();
        Image image = images.find(id).orElseThrow();
        assertThat(found(Map.of("subject", article))).containsExactly("green", "long");
        assertThat(found(Map.of("subject", List.of(article, image)))).containsExactly("blurred", "green", "long");
        assertThat(texts(comments.select(attribute("subject").notEqualTo(article))
                        .list()))
                .containsExactly("blurred");
        assertThat(texts(comments.select(not(attribute("subject").equalTo(article)))
                        .orderBy("text")
                        .list()))
                .containsExactly("blurred", "nowhere");
        assertThat(texts(comments.select(attribute("subject").isNull()).list())).containsExactly("nowhere");
        assertThat(found(Map.of("subject.title", "An oak"))).containsExactly("blurred");
        assertThat(found(Map.of("subject", Map.of("title", "On*")))).containsExactly("green", "long");
        assertThat(found(Map.of("subject.Article.words", Map.of("$gt", 100)))).containsExactly("green", "long");
        assertThat(found(Map.of("subject", Map.of("Article", Map.of("writer.name", "Ann")))))
                .containsExactly("green", "long");
        assertThat(found(Map.of("subject.Image", image))).containsExactly("blurred");
        assertThat(texts(comments.select(not(attribute("subject.title").equalTo("On trees")))
                        .orderBy("text")
                        .list()))
                .containsExactly("blurred", "nowhere");
        assertThat(articles.select(Map.of("comments.text", "blurred")).list()).isEmpty();
        assertThat(images.select(Map.of("comments.text", "blurred")).list()).hasSize(1);
        assertThat(articles.select(Map.of("comments.subject.title", "On trees")).list())
                .hasSize(1);
        assertThat(writers.select(Map.of("articles.comments.text", "green")).list())
                .hasSize(1);
    }

    private List<String> found(Map<String, ?> criteria) {
        return texts(comments.select(criteria).orderBy("text").list());
    }

    @Test
    void orderingAndAggregatesCrossThePairToOneEntity() {
        twins();
        articles.insertMap(Map.of("title", "Quiet", "words", 1));
        assertThat(texts(comments.select()
                        .orderBy("subject.Article.words", "-text")
                        .list()))
                .containsExactly("long", "green", "blurred");
        assertThat(texts(comments.select(Map.of("subject.Article.words", 900))
                        .orderBy("subject.Article.writer.name", "text")
                        .list()))
                .containsExactly("green", "long");
        assertThat(articles.select()
                        .groupBy("title")
                        .count("comments")
                        .orderBy("title")
                        .list())
                .containsExactly(Map.of("title", "On trees", "comments", 2L), Map.of("title", "Quiet", "comments", 0L));
        assertThat(images.select().groupBy("title").count("comments").list())
                .containsExactly(Map.of("title", "An oak", "comments", 1L));
        assertThatThrownBy(() -> comments.select().orderBy("subject.title"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1179")
                .hasMessageContaining("'subject.Article.title'");
        assertThatThrownBy(() -> comments.select(Map.of("subject.words", 1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1179")
                .hasMessageContaining("Image has no 'words'");
    }

    @Test
    void anEntityOnThisSideSetsTypeAndKey() {
        Comment comment = comment("fresh");
        Article article = new Article();
        article.title = "New";
        comment.subject = article;
        Comment inserted = comments.insert(comment);
        assertThat(inserted.subjectType).isEqualTo("Article");
        assertThat(inserted.subjectId).isEqualTo(article.getId());
        assertThat(((Article) inserted.subject).title).isEqualTo("New");
        Comment mapped = comments.insertMap(Map.of("text", "m", "subject", Map.of("Image", Map.of("title", "pic"))));
        assertThat(((Image) mapped.subject).title).isEqualTo("pic");
        Comment beside = comments.insertMap(
                Map.of("text", "b", "subjectType", "Image", "subject", Map.of("id", ((Image) mapped.subject).getId())));
        assertThat(beside.subjectId).isEqualTo(mapped.subjectId);
        assertThatThrownBy(() -> comments.insertMap(Map.of("text", "x", "subject", Map.of("title", "?"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("does not say of which entity it is");
    }

    private Comment named(String text) {
        return comments.include("subject").first(Map.of("text", text)).orElseThrow();
    }

    @Test
    void updatesGoThroughBothSides() {
        Long id = twins();
        Article article = articles.find(id).orElseThrow();
        Comment blurred = named("blurred");
        comments.update(blurred.getId(), Map.of("subject", article));
        assertThat(named("blurred").subject).isInstanceOf(Article.class);
        images.update(id, Map.of("comments", add(Map.of("text", "late"))));
        assertThat(texts(images.find(id, "comments").orElseThrow().comments)).containsExactly("late");
        images.update(id, Map.of("comments", remove(named("late"))));
        assertThat(named("late"))
                .extracting(each -> each.subjectType, each -> each.subjectId)
                .containsOnlyNulls();
        comments.update(named("late").getId(), Map.of("subject", Map.of("Image", Map.of("title", "made"))));
        assertThat(((Image) named("late").subject).title).isEqualTo("made");
        comments.update(named("late").getId(), Map.of("subject", Map.of("Image", Map.of("filename", "f.png"))));
        assertThat(images.first(Map.of("title", "made")).orElseThrow().filename).isEqualTo("f.png");
        assertThat(comments.updateWhere(Map.of("text", "late"), EasyMap.of("subject", null)))
                .isOne();
        assertThat(named("late").subjectType).isNull();
        assertThat(comments.updateWhere(Map.of("text", "late"), Map.of("subject", article)))
                .isOne();
        assertThat(named("late").subject).isInstanceOf(Article.class);
        assertThatThrownBy(() -> articles.update(id, Map.of("comments", List.of())))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("comments");
    }

    @Test
    void relatedRowsAreAddedRemovedAndSet() {
        Long id = twins();
        Comment blurred = named("blurred");
        assertThat(articles.addRelated(id, "comments", blurred)).isOne();
        assertThat(articles.addRelated(id, "comments", blurred)).isZero();
        assertThat(named("blurred").subjectType).isEqualTo("Article");
        assertThat(images.removeRelated(id, "comments", blurred))
                .as("it belongs to the article")
                .isZero();
        assertThat(named("blurred").subjectType).isEqualTo("Article");
        assertThat(articles.removeRelated(id, "comments", blurred)).isOne();
        assertThat(images.setRelated(id, "comments", blurred)).isOne();
        assertThat(texts(images.find(id, "comments").orElseThrow().comments)).containsExactly("blurred");
        assertThat(texts(articles.find(id, "comments").orElseThrow().comments)).containsExactly("long", "green");
    }

    @Test
    void saveFollowsTheRelationshipUnlessTheKeyWasSet() {
        Long id = twins();
        Comment long_ = named("long");
        long_.subject = images.find(id).orElseThrow();
        comments.save(long_);
        assertThat(named("long").subjectType).isEqualTo("Image");
        Comment again = named("long");
        again.subjectType = "Article";
        comments.save(again);
        assertThat(named("long").subject).isInstanceOf(Article.class);
    }

    @Test
    void deletingARowIsRefusedWhileRowsOfItsTypeLeadToIt() {
        Long id = twins();
        assertThatThrownBy(() -> articles.deleteById(id))
                .hasMessageContaining("EM-2105")
                .hasMessageContaining("2 rows of Comment (subjectId)")
                .hasMessageContaining("'Comment.subject'");
        assertThat(comments.deleteWhere(Map.of("subject", articles.find(id).orElseThrow())))
                .isEqualTo(2);
        assertThat(articles.deleteById(id)).isTrue();
        assertThat(texts(comments.select().list())).containsExactly("blurred");
        assertThat(named("blurred").subject).isInstanceOf(Image.class);
    }

    @Test
    void aValueOfNoEntityLeadsNowhere() {
        twins();
        comments.insertMap(Map.of("text", "old", "subjectType", "Video", "subjectId", 1L));
        comments.insertMap(Map.of("text", "gone", "subjectType", "Article", "subjectId", 4711L));
        assertThat(comments.select().include("subject").list()).hasSize(5);
        assertThat(named("old").subject).isNull();
        assertThat(named("gone").subject).isNull();
        assertThat(found(Map.of("subject.title", "*"))).containsExactly("blurred", "green", "long");
    }

    @Test
    void mapsTellAndTakeThePair() {
        Long id = twins();
        Map<String, Object> map = comments.toMap(named("blurred"));
        assertThat(map).containsEntry("subjectType", "Image").containsEntry("subjectId", id);
        assertThat(map.get("subject"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("title", "An oak");
        assertThat(articles.toMap(articles.find(id, "comments").orElseThrow()).get("comments"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(comments.schema().json().toString())
                .contains("\"properties\":{\"Article\":{\"$ref\":\"#/$defs/Article\"}}");
    }

    @Test
    void contradictionsAreRefused() {
        Long id = twins();
        Article article = articles.find(id).orElseThrow();
        assertThatThrownBy(() -> comments.insertMap(Map.of("text", "x", "subjectType", "Image", "subject", article)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("subjectType");
        assertThatThrownBy(() -> comments.updateWhere(
                        Map.of("text", "long"), Map.of("subjectType", "Image", "subject", article)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("subjectType");
        Comment shared = comment("shared");
        Article one = new Article();
        one.setId(900L);
        one.comments = new ArrayList<>(List.of(shared));
        shared.subjectType = "Image";
        assertThatThrownBy(() -> articles.insert(one)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(
                        () -> comments.select(Map.of("subject", named("long"))).list())
                .hasMessageContaining("'subject' leads to Article or Image, not to Comment");
    }

    record Shown(String text, Discussed subject) {}

    record Titled(String title) {}

    record Short(String text, Titled subject) {}

    record Discussion(String title, List<Said> comments) {}

    record Said(String text) {}

    @Test
    void recordsTakeWhatThePairLeadsTo() {
        twins();
        assertThat(comments.select().orderBy("text").as(Short.class).list())
                .containsExactly(
                        new Short("blurred", new Titled("An oak")),
                        new Short("green", new Titled("On trees")),
                        new Short("long", new Titled("On trees")));
        assertThat(comments.select(Map.of("text", "blurred")).as(Shown.class).list())
                .singleElement()
                .satisfies(shown -> assertThat(shown.subject()).isInstanceOf(Image.class));
        assertThat(images.select().as(Discussion.class).list())
                .containsExactly(new Discussion("An oak", List.of(new Said("blurred"))));
    }

    @Test
    void expressionsOverThePairAreComparedInTheRowsThemselves() {
        twins();
        assertThat(found(attribute("text").notEqualTo(attribute("subject.Article.title"))))
                .containsExactly("green", "long");
        assertThatThrownBy(() -> articles.select(Conditions.related(
                                "comments", attribute("text").notEqualTo(attribute("subject.Article.title"))))
                        .list())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1179");
        assertThatThrownBy(() -> comments.deleteWhere(attribute("text").notEqualTo(attribute("subject.Article.title"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("EM-1179");
        assertThat(comments.deleteWhere(Map.of("subject.Article.title", "On trees")))
                .isEqualTo(2);
        assertThat(comments.updateWhere(Map.of("subject.title", "An oak"), Map.of("text", "sharp")))
                .isOne();
    }

    private List<String> found(Condition condition) {
        return texts(comments.select(condition).orderBy("text").list());
    }

    @Test
    void groupsOverThePairStandInConditions() {
        twins();
        articles.insertMap(Map.of("title", "Quiet", "words", 1));
        assertThat(articles.select(attribute("title")
                                .in(articles.select()
                                        .groupBy("title")
                                        .count("comments")
                                        .having(attribute("comments").greaterThan(1))))
                        .list())
                .extracting(each -> each.title)
                .containsExactly("On trees");
        assertThat(articles.updateWhere(
                        attribute("title")
                                .in(articles.select()
                                        .groupBy("title")
                                        .count("comments")
                                        .having(attribute("comments").greaterThan(1))),
                        Map.of("words", 2)))
                .isOne();
        assertThat(comments.select()
                        .groupBy("subjectType")
                        .count("rows")
                        .orderBy("subjectType")
                        .list())
                .containsExactly(
                        Map.of("subjectType", "Article", "rows", 2L), Map.of("subjectType", "Image", "rows", 1L));
    }

    @Test
    void moreRowsThanADatabaseTakesParameters() {
        Article article = articles.insertMap(Map.of("title", "Many", "words", 1));
        Image image = images.insertMap(Map.of("title", "One"));
        comments.insertAll(IntStream.range(0, 2500)
                .mapToObj(i -> {
                    Comment comment = comment("c" + i);
                    comment.subjectType = i % 2 == 0 ? "Article" : "Image";
                    comment.subjectId = i % 2 == 0 ? article.getId() : image.getId();
                    return comment;
                })
                .toList());
        articles.insertMaps(IntStream.range(0, 1200)
                .mapToObj(i -> Map.of("title", "a" + i, "words", i))
                .toList());
        List<Comment> all =
                statements(3, () -> comments.select().include("subject").list());
        assertThat(all).hasSize(2500).allSatisfy(each -> assertThat(each.subject)
                .isNotNull());
        assertThat(statements(3, () -> articles.select().include("comments").list()))
                .hasSize(1201);
    }
}
