package org.easymodel.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.relate.Models.declared;
import static org.easymodel.relate.Models.entity;
import static org.easymodel.relate.Models.lines;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.easymodel.failure.Problem;
import org.easymodel.model.OnDelete;
import org.easymodel.relate.AttributeDescription.Role;
import org.easymodel.relate.Models.Sketch;
import org.easymodel.relate.RelationshipDescription.Origin;
import org.easymodel.schema.Cardinality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of inference, one small model each. The classes stand for entities; they are never read. */
class InferenceTest {

    private static final class User {}

    private static final class Post {}

    private static final class Tag {}

    private static final class PostTag {}

    private static final class Category {}

    private static final class Book {}

    private static final class Stranger {}

    private static final class OrderLine {}

    private static final class LineNote {}

    private static final class BookTag {}

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(
                        "a key with the name and the type of an entity's key",
                        List.of(entity(User.class).id(), entity(Post.class).id().key("userId")),
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "a key in snake case",
                        List.of(entity(User.class).id(), entity(Post.class).id().key("user_id")),
                        "Post.user: many_to_one User by user_id, inverse posts",
                        "User.posts: one_to_many Post by user_id, inverse user"),
                rule(
                        "a key in several words of snake case",
                        List.of(
                                entity(OrderLine.class).id(),
                                entity(Post.class).id().key("order_line_id")),
                        "OrderLine.posts: one_to_many Post by order_line_id, inverse orderLine",
                        "Post.orderLine: many_to_one OrderLine by order_line_id, inverse posts"),
                rule(
                        "a key of an entity whose name is a plural",
                        List.of(
                                entity(Stranger.class, "Users").id(),
                                entity(Tag.class, "MasterData").id(),
                                entity(Post.class, "Prices")
                                        .id()
                                        .key("userId")
                                        .key("masterDataId")
                                        .key("amount")),
                        "MasterData.prices: one_to_many Prices by masterDataId, inverse masterData",
                        "Prices.masterData: many_to_one MasterData by masterDataId, inverse prices",
                        "Prices.user: many_to_one Users by userId, inverse prices",
                        "Users.prices: one_to_many Prices by userId, inverse user"),
                rule(
                        "a key of an entity beside one whose name is its plural",
                        List.of(
                                entity(Book.class, "Account").id(),
                                entity(Tag.class, "Accounts").id(),
                                entity(Post.class).id().key("accountId")),
                        "Account.posts: one_to_many Post by accountId, inverse account",
                        "Post.account: many_to_one Account by accountId, inverse posts"),
                rule(
                        "a key of an entity whose name has an acronym",
                        List.of(
                                entity(Tag.class, "VATRate").id(),
                                entity(Post.class).id().key("vatRateId")),
                        "Post.vatRate: many_to_one VATRate by vatRateId, inverse posts",
                        "VATRate.posts: one_to_many Post by vatRateId, inverse vatRate"),
                rule(
                        "a key that says what it refers to",
                        List.of(entity(User.class).id(), entity(Post.class).id().reference("authorId", User.class)),
                        "Post.author: many_to_one User by authorId, inverse posts",
                        "User.posts: one_to_many Post by authorId, inverse author"),
                rule(
                        "a key that says so under a name without Id",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .reference(
                                                "writer",
                                                Reference.to(User.class).named("author", ""))),
                        "Post.author: many_to_one User by writer, inverse posts",
                        "User.posts: one_to_many Post by writer, inverse author"),
                rule(
                        "both names given",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .reference(
                                                "userId",
                                                Reference.to(User.class).named("author", "writings"))),
                        "Post.author: many_to_one User by userId, inverse writings",
                        "User.writings: one_to_many Post by userId, inverse author"),
                rule(
                        "an entity found by its class although it has another name",
                        List.of(
                                entity(User.class, "Person").id(),
                                entity(Post.class).id().key("userId")),
                        "Person.posts: one_to_many Post by userId, inverse user",
                        "Post.user: many_to_one Person by userId, inverse posts"),
                rule(
                        "a unique key",
                        List.of(entity(User.class).id(), entity(Post.class).id().uniqueKey("userId")),
                        "Post.user: one_to_one User by userId, inverse post",
                        "User.post: one_to_one Post by userId, inverse user"),
                rule(
                        "a unique key of an entity with several words",
                        List.of(
                                entity(User.class).id(),
                                entity(PostTag.class).id().uniqueKey("userId")),
                        "PostTag.user: one_to_one User by userId, inverse postTag",
                        "User.postTag: one_to_one PostTag by userId, inverse user"),
                rule(
                        "a key inside an embeddable",
                        List.of(entity(User.class).id(), entity(Post.class).id().key("audit.userId")),
                        "Post.user: many_to_one User by audit.userId, inverse posts",
                        "User.posts: one_to_many Post by audit.userId, inverse user"),
                rule(
                        "a key inside an embeddable whose name is taken",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .basic("user", String.class)
                                        .key("audit.userId")),
                        "Post.auditUser: many_to_one User by audit.userId, inverse posts",
                        "User.posts: one_to_many Post by audit.userId, inverse auditUser"),
                rule(
                        "an embeddable embedded twice",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .basic("text", String.class)
                                        .key("first.userId")
                                        .key("second.userId")),
                        "Post.firstUser: many_to_one User by first.userId, inverse postsAsFirstUser",
                        "Post.secondUser: many_to_one User by second.userId, inverse postsAsSecondUser",
                        "User.postsAsFirstUser: one_to_many Post by first.userId, inverse firstUser",
                        "User.postsAsSecondUser: one_to_many Post by second.userId, inverse secondUser"),
                rule(
                        "a name given in an embeddable embedded twice",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .basic("text", String.class)
                                        .reference(
                                                "first.by",
                                                Reference.to(User.class).named("author", "works"))
                                        .reference(
                                                "second.by",
                                                Reference.to(User.class).named("author", "works"))),
                        "Post.firstAuthor: many_to_one User by first.by, inverse works",
                        "Post.secondAuthor: many_to_one User by second.by, inverse worksAsSecondAuthor",
                        "User.works: one_to_many Post by first.by, inverse firstAuthor",
                        "User.worksAsSecondAuthor: one_to_many Post by second.by, inverse secondAuthor"),
                rule(
                        "a field of another type in the way of the other side",
                        List.of(
                                entity(User.class).id().free("posts", int.class),
                                entity(Post.class).id().key("userId")),
                        "Post.user: many_to_one User by userId, inverse postsAsUser",
                        "User.postsAsUser: one_to_many Post by userId, inverse user"),
                rule(
                        "fields of fitting types",
                        List.of(
                                entity(User.class).id().freeListOf("posts", Post.class),
                                entity(Post.class)
                                        .id()
                                        .free("user", Object.class)
                                        .key("userId")),
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "a list of something else in the way",
                        List.of(
                                entity(User.class).id().freeListOf("posts", String.class),
                                entity(Post.class).id().key("userId")),
                        "Post.user: many_to_one User by userId, inverse postsAsUser",
                        "User.postsAsUser: one_to_many Post by userId, inverse user"),
                rule(
                        "a key in a superclass, whose name a subclass uses",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).id().key("userId"),
                                entity(Tag.class)
                                        .extending(entity(Post.class)
                                                .id()
                                                .key("userId")
                                                .done())
                                        .basic("user", String.class))),
                rule(
                        "a key to a superclass and one to its subclass",
                        List.of(
                                entity(User.class).id(),
                                entity(Tag.class)
                                        .extending(entity(User.class).id().done()),
                                entity(Post.class)
                                        .id()
                                        .basic("text", String.class)
                                        .key("userId")
                                        .key("tagId")),
                        "Post.tag: many_to_one Tag by tagId, inverse postsAsTag",
                        "Post.user: many_to_one User by userId, inverse postsAsUser",
                        "Tag.postsAsTag: one_to_many Post by tagId, inverse tag",
                        "User.postsAsUser: one_to_many Post by userId, inverse user"),
                rule(
                        "keys that are the primary key together",
                        List.of(
                                entity(Book.class).id(),
                                entity(Tag.class).id(),
                                entity(BookTag.class).id("bookId", Long.class).id("tagId", Long.class)),
                        "Book.bookTags: one_to_many BookTag by bookId, inverse book",
                        "Book.tags: many_to_many Tag over BookTag(bookId, tagId), inverse books",
                        "BookTag.book: many_to_one Book by bookId, inverse bookTags",
                        "BookTag.tag: many_to_one Tag by tagId, inverse bookTags",
                        "Tag.bookTags: one_to_many BookTag by tagId, inverse tag",
                        "Tag.books: many_to_many Book over BookTag(tagId, bookId), inverse tags"),
                rule(
                        "keys in an embedded primary key",
                        List.of(
                                entity(Book.class).id(),
                                entity(Tag.class).id("id", String.class),
                                entity(BookTag.class)
                                        .id("key.bookId", Long.class)
                                        .id("key.tagId", String.class)
                                        .key("weight")),
                        "Book.bookTags: one_to_many BookTag by key.bookId, inverse book",
                        "BookTag.book: many_to_one Book by key.bookId, inverse bookTags",
                        "BookTag.tag: many_to_one Tag by key.tagId, inverse bookTags",
                        "Tag.bookTags: one_to_many BookTag by key.tagId, inverse tag"),
                rule(
                        "a key beside a number in the primary key, and a further part, which makes no link",
                        List.of(
                                entity(Book.class).id(),
                                entity(Tag.class).id(),
                                entity(BookTag.class)
                                        .id("bookId", Long.class)
                                        .id("tagId", Long.class)
                                        .id("year", Integer.class)),
                        "Book.bookTags: one_to_many BookTag by bookId, inverse book",
                        "BookTag.book: many_to_one Book by bookId, inverse bookTags",
                        "BookTag.tag: many_to_one Tag by tagId, inverse bookTags",
                        "Tag.bookTags: one_to_many BookTag by tagId, inverse tag"),
                rule(
                        "a key beside a relationship in the primary key",
                        List.of(
                                entity(Tag.class).id(),
                                entity(BookTag.class).id("tagId", Long.class).derived()),
                        "BookTag.tag: many_to_one Tag by tagId, inverse bookTags",
                        "Tag.bookTags: one_to_many BookTag by tagId, inverse tag"),
                rule(
                        "parts of the primary key that hold a key of several attributes",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("lineNumber", Integer.class),
                                entity(LineNote.class)
                                        .id("orderId", Long.class)
                                        .id("lineNumber", Integer.class)
                                        .id("position", Integer.class)),
                        "LineNote.orderLine: many_to_one OrderLine by lineNumber, orderId, inverse lineNotes",
                        "OrderLine.lineNotes: one_to_many LineNote by lineNumber, orderId, inverse orderLine"),
                rule(
                        "a key of several attributes of an entity whose name is a plural",
                        List.of(
                                entity(OrderLine.class, "Houses")
                                        .id("room", Long.class)
                                        .id("hour", Integer.class),
                                entity(Post.class).id().key("houseRoom").basic("houseHour", Integer.class)),
                        "Houses.posts: one_to_many Post by houseHour, houseRoom, inverse house",
                        "Post.house: many_to_one Houses by houseHour, houseRoom, inverse posts"),
                rule(
                        "keys that are also those of a link, whose last word is one of them",
                        List.of(
                                entity(Book.class).id(),
                                entity(Tag.class).id(),
                                entity(BookTag.class)
                                        .id("bookId", Long.class)
                                        .id("tagId", Long.class)
                                        .key("weight"),
                                entity(Post.class)
                                        .id()
                                        .key("bookId")
                                        .key("tagId")
                                        .key("votes")),
                        "Book.bookTags: one_to_many BookTag by bookId, inverse book",
                        "Book.posts: one_to_many Post by bookId, inverse book",
                        "BookTag.book: many_to_one Book by bookId, inverse bookTags",
                        "BookTag.tag: many_to_one Tag by tagId, inverse bookTags",
                        "Post.book: many_to_one Book by bookId, inverse posts",
                        "Post.tag: many_to_one Tag by tagId, inverse posts",
                        "Tag.bookTags: one_to_many BookTag by tagId, inverse tag",
                        "Tag.posts: one_to_many Post by tagId, inverse tag"),
                rule(
                        "a primary key with the name of its own entity's",
                        List.of(
                                entity(Book.class).id("bookId", Long.class),
                                entity(Post.class).id("postId", Long.class).key("bookId")),
                        "Book.posts: one_to_many Post by bookId, inverse book",
                        "Post.book: many_to_one Book by bookId, inverse posts"),
                rule(
                        "rows that are parts of others",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .reference(
                                                "userId",
                                                new Reference(
                                                        User.class,
                                                        "",
                                                        "",
                                                        "",
                                                        OnDelete.REFUSE,
                                                        true,
                                                        true,
                                                        Optional.empty()))),
                        "Post.user: many_to_one User by userId, inverse posts, cascade, orphans go",
                        "User.posts: one_to_many Post by userId, inverse user, cascade, orphans go"),
                rule(
                        "a key of several attributes, found by their names",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("number", Integer.class),
                                entity(Post.class)
                                        .id()
                                        .reference("orderId", OrderLine.class)
                                        .reference("lineNumber", Integer.class, Reference.to(OrderLine.class))),
                        "OrderLine.posts: one_to_many Post by lineNumber, orderId, inverse orderLine",
                        "Post.orderLine: many_to_one OrderLine by lineNumber, orderId, inverse posts"),
                rule(
                        "a key of several attributes, the parts named",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("number", Integer.class),
                                entity(Post.class)
                                        .id()
                                        .reference(
                                                "first",
                                                Reference.to(OrderLine.class)
                                                        .forKey("orderId")
                                                        .named("line", "notes"))
                                        .reference(
                                                "second",
                                                Integer.class,
                                                Reference.to(OrderLine.class).forKey("number"))),
                        "OrderLine.notes: one_to_many Post by second, first, inverse line",
                        "Post.line: many_to_one OrderLine by second, first, inverse notes"),
                rule(
                        "two keys of several attributes to one entity",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("number", Long.class),
                                entity(Post.class)
                                        .id()
                                        .basic("text", String.class)
                                        .reference("billedOrderId", OrderLine.class)
                                        .reference("billedNumber", OrderLine.class)
                                        .reference("sentOrderId", OrderLine.class)
                                        .reference("sentNumber", OrderLine.class)),
                        "OrderLine.postsAsBilled: one_to_many Post by billedNumber, billedOrderId, inverse billed",
                        "OrderLine.postsAsSent: one_to_many Post by sentNumber, sentOrderId, inverse sent",
                        "Post.billed: many_to_one OrderLine by billedNumber, billedOrderId, inverse postsAsBilled",
                        "Post.sent: many_to_one OrderLine by sentNumber, sentOrderId, inverse postsAsSent"),
                rule(
                        "a key of several attributes by name alone",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("number", Long.class),
                                entity(Post.class).id().key("orderId").key("orderLineNumber")),
                        "OrderLine.posts: one_to_many Post by orderLineNumber, orderId, inverse orderLine",
                        "Post.orderLine: many_to_one OrderLine by orderLineNumber, orderId, inverse posts"),
                rule(
                        "a key of several attributes that is in the embedded key of the other entity",
                        List.of(
                                entity(OrderLine.class)
                                        .id("key.orderId", Long.class)
                                        .id("key.number", Long.class),
                                entity(Post.class)
                                        .id()
                                        .reference("orderId", OrderLine.class)
                                        .reference("number", OrderLine.class)
                                        .unique("orderId", "number")),
                        "OrderLine.post: one_to_one Post by number, orderId, inverse orderLine",
                        "Post.orderLine: one_to_one OrderLine by number, orderId, inverse post"),
                rule(
                        "a part of a key of several attributes",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("number", Long.class),
                                entity(Post.class).id().key("orderId").key("orderLineId"))),
                rule(
                        "attributes that are like a key of several attributes without saying of what",
                        List.of(
                                entity(OrderLine.class)
                                        .id("country", Long.class)
                                        .id("code", Long.class),
                                entity(Post.class).id().key("country").key("code"))),
                rule(
                        "a key whose attribute is in another key",
                        List.of(
                                entity(User.class).id(),
                                entity(OrderLine.class).id("userId", Long.class).id("number", Long.class),
                                entity(Post.class).id().key("userId").key("orderLineNumber")),
                        "OrderLine.posts: one_to_many Post by orderLineNumber, userId, inverse orderLine",
                        "OrderLine.user: many_to_one User by userId, inverse orderLines",
                        "Post.orderLine: many_to_one OrderLine by orderLineNumber, userId, inverse posts",
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.orderLines: one_to_many OrderLine by userId, inverse user",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "an id that is a key",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).idReference("userId", Reference.to(User.class))),
                        "Post.user: one_to_one User by userId, inverse post",
                        "User.post: one_to_one Post by userId, inverse user"),
                rule(
                        "an id that only has the name of a key",
                        List.of(
                                entity(User.class).id("userId", Long.class),
                                entity(Post.class).id("userId", Long.class))),
                rule(
                        "a key to its own kind called parent",
                        List.of(entity(Category.class).id().reference("parentId", Category.class)),
                        "Category.children: one_to_many Category by parentId, inverse parent",
                        "Category.parent: many_to_one Category by parentId, inverse children"),
                rule(
                        "another key to its own kind",
                        List.of(entity(User.class).id().reference("managerId", User.class)),
                        "User.manager: many_to_one User by managerId, inverse usersAsManager",
                        "User.usersAsManager: one_to_many User by managerId, inverse manager"),
                rule(
                        "a unique key to its own kind",
                        List.of(entity(User.class).id().uniqueReference("spouseId", User.class)),
                        "User.spouse: one_to_one User by spouseId, inverse userAsSpouse",
                        "User.userAsSpouse: one_to_one User by spouseId, inverse spouse"),
                rule(
                        "two keys to its own kind, one called parent",
                        List.of(entity(Category.class)
                                .id()
                                .reference("parentId", Category.class)
                                .reference("rootId", Category.class)),
                        "Category.categoriesAsRoot: one_to_many Category by rootId, inverse root",
                        "Category.children: one_to_many Category by parentId, inverse parent",
                        "Category.parent: many_to_one Category by parentId, inverse children",
                        "Category.root: many_to_one Category by rootId, inverse categoriesAsRoot"),
                rule(
                        "children taken by an attribute",
                        List.of(entity(Category.class)
                                .id()
                                .basic("children", Integer.class)
                                .reference("parentId", Category.class)),
                        "Category.categoriesAsParent: one_to_many Category by parentId, inverse parent",
                        "Category.parent: many_to_one Category by parentId, inverse categoriesAsParent"),
                rule(
                        "two keys to one target",
                        List.of(
                                entity(User.class).id(),
                                entity(Book.class)
                                        .id()
                                        .basic("title", String.class)
                                        .reference("authorId", User.class)
                                        .reference("reviewerId", User.class)),
                        "Book.author: many_to_one User by authorId, inverse booksAsAuthor",
                        "Book.reviewer: many_to_one User by reviewerId, inverse booksAsReviewer",
                        "User.booksAsAuthor: one_to_many Book by authorId, inverse author",
                        "User.booksAsReviewer: one_to_many Book by reviewerId, inverse reviewer"),
                rule(
                        "two keys to one target, one inverse named",
                        List.of(
                                entity(User.class).id(),
                                entity(Book.class)
                                        .id()
                                        .basic("title", String.class)
                                        .reference(
                                                "authorId",
                                                Reference.to(User.class).named("", "books"))
                                        .reference("reviewerId", User.class)),
                        "Book.author: many_to_one User by authorId, inverse books",
                        "Book.reviewer: many_to_one User by reviewerId, inverse booksAsReviewer",
                        "User.books: one_to_many Book by authorId, inverse author",
                        "User.booksAsReviewer: one_to_many Book by reviewerId, inverse reviewer"),
                rule(
                        "a link of two entities",
                        List.of(
                                entity(Post.class).id(),
                                entity(Tag.class).id(),
                                entity(PostTag.class)
                                        .id()
                                        .role("version", int.class, Role.VERSION)
                                        .role("createdAt", java.time.Instant.class, Role.CREATED_AT)
                                        .role("updatedAt", java.time.Instant.class, Role.UPDATED_AT)
                                        .key("postId")
                                        .key("tagId")),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "Post.tags: many_to_many Tag over PostTag(postId, tagId), inverse posts",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                        "Tag.posts: many_to_many Post over PostTag(tagId, postId), inverse tags"),
                rule(
                        "two keys with payload, not marked as a link",
                        List.of(
                                entity(Post.class).id(),
                                entity(Tag.class).id(),
                                entity(PostTag.class)
                                        .id()
                                        .basic("weight", int.class)
                                        .key("postId")
                                        .key("tagId")),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag"),
                rule(
                        "a marked link with payload",
                        List.of(
                                entity(Post.class).id(),
                                entity(Tag.class).id(),
                                entity(PostTag.class)
                                        .id()
                                        .basic("weight", int.class)
                                        .key("postId")
                                        .key("tagId")
                                        .link()),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "Post.tags: many_to_many Tag over PostTag(postId, tagId), inverse posts",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                        "Tag.posts: many_to_many Post over PostTag(tagId, postId), inverse tags"),
                rule(
                        "a link of an entity to itself",
                        List.of(
                                entity(User.class).id(),
                                entity(PostTag.class, "Follow")
                                        .id()
                                        .reference("followerId", User.class)
                                        .reference("followedId", User.class)),
                        "Follow.followed: many_to_one User by followedId, inverse followsAsFollowed",
                        "Follow.follower: many_to_one User by followerId, inverse followsAsFollower",
                        "User.followeds: many_to_many User over Follow(followerId, followedId), inverse followers",
                        "User.followers: many_to_many User over Follow(followedId, followerId), inverse followeds",
                        "User.followsAsFollowed: one_to_many Follow by followedId, inverse followed",
                        "User.followsAsFollower: one_to_many Follow by followerId, inverse follower"),
                rule(
                        "a link whose name is taken",
                        List.of(
                                entity(Post.class).id().basic("tags", String.class),
                                entity(Tag.class).id(),
                                entity(PostTag.class).id().key("postId").key("tagId")),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "Post.tagsViaPostTag: many_to_many Tag over PostTag(postId, tagId), inverse posts",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                        "Tag.posts: many_to_many Post over PostTag(tagId, postId), inverse tagsViaPostTag"),
                rule(
                        "two keys of an entity that extends one of those to which they lead are no link",
                        List.of(
                                entity(User.class).id(),
                                entity(Tag.class).id(),
                                entity(Stranger.class, "Manager")
                                        .extending(entity(User.class).id().done())
                                        .key("userId")
                                        .key("tagId")),
                        "Manager.tag: many_to_one Tag by tagId, inverse managers",
                        "Manager.user: many_to_one User by userId, inverse managers",
                        "Tag.managers: one_to_many Manager by tagId, inverse tag",
                        "User.managers: one_to_many Manager by userId, inverse user"),
                rule(
                        "a link beside whose pair is the key of a tenant, which both ends have as well",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).id().key("userId"),
                                entity(Tag.class).id().key("userId"),
                                entity(PostTag.class)
                                        .id()
                                        .key("userId")
                                        .key("postId")
                                        .key("tagId")
                                        .unique("userId", "postId", "tagId")
                                        .link()),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "Post.tags: many_to_many Tag over PostTag(postId, tagId), inverse posts",
                        "Post.user: many_to_one User by userId, inverse posts",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "PostTag.user: many_to_one User by userId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                        "Tag.posts: many_to_many Post over PostTag(tagId, postId), inverse tags",
                        "Tag.user: many_to_one User by userId, inverse tags",
                        "User.postTags: one_to_many PostTag by userId, inverse user",
                        "User.posts: one_to_many Post by userId, inverse user",
                        "User.tags: one_to_many Tag by userId, inverse user"),
                rule(
                        "words that end as plurals do, of which an attribute has all but the end",
                        List.of(
                                entity(User.class, "Bus").id(),
                                entity(Tag.class, "News").id(),
                                entity(Book.class, "Rendeles").id(),
                                entity(Category.class, "Prices").id(),
                                entity(Post.class)
                                        .id()
                                        .key("buId")
                                        .key("newId")
                                        .key("rendelesId")
                                        .key("busId")
                                        .key("newsId")
                                        .key("priceId")),
                        "Bus.posts: one_to_many Post by busId, inverse bus",
                        "News.posts: one_to_many Post by newsId, inverse news",
                        "Post.bus: many_to_one Bus by busId, inverse posts",
                        "Post.news: many_to_one News by newsId, inverse posts",
                        "Post.price: many_to_one Prices by priceId, inverse posts",
                        "Post.rendeles: many_to_one Rendeles by rendelesId, inverse posts",
                        "Prices.posts: one_to_many Post by priceId, inverse price",
                        "Rendeles.posts: one_to_many Post by rendelesId, inverse rendeles"),
                rule(
                        "a link with one unique key is none",
                        List.of(
                                entity(Post.class).id(),
                                entity(Tag.class).id(),
                                entity(PostTag.class).id().uniqueKey("postId").key("tagId")),
                        "Post.postTag: one_to_one PostTag by postId, inverse post",
                        "PostTag.post: one_to_one Post by postId, inverse postTag",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag"),
                rule(
                        "a link whose id is both keys",
                        List.of(
                                entity(Post.class).id(),
                                entity(Tag.class).id(),
                                entity(PostTag.class)
                                        .idReference("postId", Reference.to(Post.class))
                                        .idReference("tagId", Reference.to(Tag.class))),
                        "Post.postTags: one_to_many PostTag by postId, inverse post",
                        "Post.tags: many_to_many Tag over PostTag(postId, tagId), inverse posts",
                        "PostTag.post: many_to_one Post by postId, inverse postTags",
                        "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                        "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                        "Tag.posts: many_to_many Post over PostTag(tagId, postId), inverse tags"),
                rule(
                        "an inverse whose name is taken",
                        List.of(
                                entity(User.class).id().basic("posts", int.class),
                                entity(Post.class).id().key("userId")),
                        "Post.user: many_to_one User by userId, inverse postsAsUser",
                        "User.postsAsUser: one_to_many Post by userId, inverse user"),
                rule(
                        "a name that is taken, of a key that does not say what it is",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .basic("user", String.class)
                                        .key("userId"))),
                rule(
                        "a key of another type than the id",
                        List.of(
                                entity(User.class).id("id", UUID.class),
                                entity(Post.class).id().key("userId"))),
                rule(
                        "a key of type UUID",
                        List.of(
                                entity(User.class).id("key", UUID.class),
                                entity(Post.class).id().basic("userId", UUID.class)),
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "a key of type String",
                        List.of(
                                entity(User.class).id("name", String.class),
                                entity(Post.class).id().basic("userId", String.class)),
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "a primitive key of a boxed id",
                        List.of(
                                entity(User.class).id("id", Integer.class),
                                entity(Post.class).id().basic("userId", int.class)),
                        "Post.user: many_to_one User by userId, inverse posts",
                        "User.posts: one_to_many Post by userId, inverse user"),
                rule(
                        "a key of an entity with two id attributes",
                        List.of(
                                entity(User.class).id("realm", Long.class).id("number", Long.class),
                                entity(Post.class).id().key("userId"))),
                rule(
                        "a key of an entity that there is not",
                        List.of(entity(Post.class).id().key("userId"))),
                rule(
                        "a key that is closed to inference",
                        List.of(entity(User.class).id(), entity(Post.class).id().closedKey("userId"))),
                rule(
                        "a key that is never written",
                        List.of(entity(User.class).id(), entity(Post.class).id().readOnlyKey("userId"))),
                rule(
                        "a version and timestamps with the name of a key",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).id().role("userId", Long.class, Role.VERSION))));
    }

    private static Arguments rule(String name, List<Sketch> entities, String... lines) {
        return Arguments.of(name, entities.stream().map(Sketch::done).toList(), List.of(lines));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void relationships_byRule_areInferred(String name, List<EntityDescription> entities, List<String> expected) {
        ModelDescription model = Inference.of(entities, List.of());

        assertThat(lines(model)).isEqualTo(expected);
        assertThat(model.problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Category, categories",
        "Person, people",
        "Child, children",
        "Status, statuses",
        "OrderItem, orderItems",
        "OrderStatus, orderStatuses",
        "SalesPerson, salesPeople",
        "Address, addresses",
        "Box, boxes",
        "Leaf, leaves",
        "Series, series",
        "Id, ids",
        "URLEntry, URLEntries",
        "Outer$OrderItem, orderItems",
        "X, xes",
        "Memo, memos",
        "Photo, photos",
        "Video, videos",
        "Logo, logos",
        "Hero, heroes",
        "Info, infos",
        "Demo, demos",
        "Prices, prices",
        "OrderItems, orderItems",
        "Users, users",
        "Categories, categories",
        "Addresses, addresses",
        "Statuses, statuses",
        "Movies, movies",
        "Data, data",
        "MasterData, masterData",
        "CustomerMetadata, customerMetadata",
        "Media, media",
        "Medium, media",
        "Staff, staff",
        "News, news",
        "Series, series",
        "Equipment, equipment",
        "People, people",
        "Salesperson, salespeople",
        "ContactPeople, contactPeople",
        "Children, children",
        "Men, men",
        "Salesman, salesmen",
        "German, germans",
        "Human, humans",
        "Woman, women",
        "SquareFoot, squareFeet",
        "Mouse, mice",
        "Criterion, criteria",
        "Criteria, criteria",
        "Analysis, analyses",
        "Basis, bases",
        "Index, indexes",
        "Matrix, matrices",
        "Schema, schemas",
        "Menu, menus",
        "Menus, menus",
        "Bus, buses",
        "Bonus, bonuses",
        "Campus, campuses",
        "Process, processes",
        "Class, classes",
        "Gas, gases",
        "Alias, aliases",
        "Canvas, canvases",
        "Lens, lenses",
        "Sms, smses",
        "Taxi, taxis",
        "Taxis, taxis",
        "Tax, taxes",
        "Quiz, quizzes",
        "Fax, faxes",
        "Day, days",
        "Company, companies",
        "Key, keys",
        "Statistics, statistics",
        "UserSettings, userSettings",
        "Specimen, specimens",
        "Knife, knives",
        "Proof, proofs",
        "Zoo, zoos",
        "Studio, studios",
        "Areas, areas",
        "Photos, photos",
        "UserDTO, userDTOs",
        "SMS, SMSes",
        "order_item, order_items",
        "master_data, master_data",
    })
    void inverse_ofManyRows_isTheRealPlural(String entity, String plural) {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class, entity).id().key("userId").done()),
                List.of());

        assertThat(model.relationships("User"))
                .map(RelationshipDescription::attribute)
                .containsExactly(plural);
    }

    @Test
    void inverse_underTurkishLocale_isTheSame() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            ModelDescription model = Inference.of(
                    List.of(
                            entity(User.class, "Item").id().done(),
                            entity(Post.class, "Image")
                                    .id()
                                    .reference("itemId", User.class)
                                    .done()),
                    List.of());

            assertThat(lines(model))
                    .containsExactly(
                            "Image.item: many_to_one Item by itemId, inverse images",
                            "Item.images: one_to_many Image by itemId, inverse item");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"paid", "valid", "grid", "Id", "_id", "userID", "useridId", "idUser", "userIds"})
    void relationships_ofAttributeThatOnlyLooksLikeAKey_areNotInferred(String attribute) {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Tag.class, "Pa").id().done(),
                        entity(Book.class, "Val").id().done(),
                        entity(Post.class).id().key(attribute).done()),
                List.of());

        assertThat(model.relationships()).isEmpty();
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void declaredRelationship_withTheNameOfAnInferredOne_wins() {
        RelationshipDescription user = declared("Post", "user", "User", Optional.empty());

        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class).id().key("userId").done()),
                List.of(user));

        assertThat(model.relationships()).containsExactly(user);
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void declaredRelationship_overTheSameKey_wins() {
        RelationshipDescription author = declared("Post", "author", "User", Optional.of("userId"));

        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class).id().reference("userId", User.class).done()),
                List.of(author));

        assertThat(model.relationships()).containsExactly(author);
        assertThat(model.problems()).isEmpty();
    }

    @Test
    void entityWithTwoKeysAndADeclaredRelationship_isNoLink() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(Post.class).id().done(),
                        entity(Tag.class).id().done(),
                        entity(User.class).id().done(),
                        entity(PostTag.class).id().key("postId").key("tagId").done()),
                List.of(declared("PostTag", "tagger", "User", Optional.empty())));

        assertThat(model.relationship("Post", "tags")).isEmpty();
        assertThat(model.relationship("Post", "postTags")).isPresent();
    }

    @Test
    void ambiguousName_ofTwoEntities_isNotInferred() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class, "Account").id().done(),
                        entity(Tag.class, "User").id().done(),
                        entity(Post.class).id().key("userId").done()),
                List.of());

        assertThat(model.relationships()).isEmpty();
    }

    @Test
    void relationship_ofEachOrigin_saysWhy() {
        ModelDescription named = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class).id().key("userId").done()),
                List.of());
        ModelDescription referenced = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class)
                                .id()
                                .reference("authorId", User.class)
                                .done()),
                List.of());

        assertThat(named.relationships())
                .extracting(RelationshipDescription::origin, RelationshipDescription::because)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        Origin.NAMED, "Post.userId has the name and the type of the key of User"));
        assertThat(referenced.relationships())
                .extracting(RelationshipDescription::origin, RelationshipDescription::because)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(
                        Origin.REFERENCED, "Post.authorId is annotated with @References(User.class)"));
    }

    @Test
    void link_ofEachKind_saysWhyAndGoesWithEitherEnd() {
        Sketch link = entity(PostTag.class).id().reference("postId", Post.class).reference("tagId", Tag.class);
        List<EntityDescription> ends =
                List.of(entity(Post.class).id().done(), entity(Tag.class).id().done());

        ModelDescription plain = Inference.of(List.of(ends.get(0), ends.get(1), link.done()), List.of());
        ModelDescription marked =
                Inference.of(List.of(ends.get(0), ends.get(1), link.link().done()), List.of());

        RelationshipDescription tags = plain.relationship("Post", "tags").orElseThrow();
        assertThat(tags.because()).isEqualTo("PostTag holds the keys of Post and Tag and nothing else");
        assertThat(tags.origin()).isEqualTo(Origin.REFERENCED);
        assertThat(tags.onDelete()).isEqualTo(OnDelete.CASCADE);
        assertThat(plain.relationship("PostTag", "post").orElseThrow().onDelete())
                .isEqualTo(OnDelete.CASCADE);
        assertThat(marked.relationship("Post", "tags").orElseThrow().because())
                .isEqualTo("PostTag is annotated with @Link");
    }

    @Test
    void relationship_ofRequiredKey_isRequiredOnTheOwnersSideOnly() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class)
                                .idReference("userId", Reference.to(User.class))
                                .done(),
                        entity(Book.class).id().key("userId").done()),
                List.of());

        assertThat(model.relationships().stream()
                        .filter(RelationshipDescription::required)
                        .map(RelationshipDescription::toString))
                .containsExactly("Post.user");
    }

    @Test
    void relationship_withOnDelete_hasItOnBothSides() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class)
                                .id()
                                .reference(
                                        "userId",
                                        Reference.to(User.class).named("", "").onDelete(OnDelete.SET_NULL))
                                .done()),
                List.of());

        assertThat(model.relationships())
                .hasSize(2)
                .map(RelationshipDescription::onDelete)
                .containsOnly(OnDelete.SET_NULL);
    }

    @Test
    void reference_toAClassThatIsNoEntity_isAProblem() {
        assertThat(problems(List.of(), entity(Post.class).id().reference("strangerId", Stranger.class)))
                .containsExactly("EM-1101 Post.strangerId: @References names " + Stranger.class.getName()
                        + ", which is no entity of this persistence unit. Add the class to the unit, or remove the"
                        + " annotation.");
    }

    @Test
    void reference_toAKeyThatARelationshipIsAPartOf_isAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id("number", Long.class).derived(),
                        entity(Post.class).id().reference("userId", User.class)))
                .containsExactly("EM-1102 Post.userId: @References names User, whose primary key is or contains a"
                        + " relationship, so that no attribute shows what it holds. Declare the relationship with"
                        + " @ManyToOne and @JoinColumn.");
    }

    @Test
    void reference_toAPartThatIsNotClear_isAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id("realm", Long.class).id("number", Long.class),
                        entity(Post.class).id().reference("userId", User.class)))
                .containsExactly("EM-1120 Post.userId: @References names User, whose primary key is (number, realm),"
                        + " but not which of these the attribute holds. Name it with @References(key = ...).");
    }

    @Test
    void references_toAPartOfAKey_areAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id("realm", Long.class).id("number", Long.class),
                        entity(Post.class).id().reference("userNumber", User.class)))
                .containsExactly("EM-1121 Post.userNumber: the primary key of User is (number, realm), and the"
                        + " attributes with @References(User.class) do not hold each of these exactly once. Annotate"
                        + " one attribute for each, with the same attribute = ... where there are several such keys.");
    }

    @Test
    void references_ofAnotherTypeThanThePart_areAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id("realm", String.class).id("number", Long.class),
                        entity(Post.class).id().reference("number", User.class).reference("realm", User.class)))
                .containsExactly("EM-1103 Post.realm: the attribute is of type Long, but the key of User is of type"
                        + " String. Give both the same type.");
    }

    @Test
    void primaryKey_withTheNameAndTypeOfAnothers_isAWarning() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class).id("userId", Long.class).done()),
                List.of());

        assertThat(model.relationships()).isEmpty();
        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings())
                .map(Problem::toString)
                .containsExactly(
                        "EM-1154 Post.userId: the primary key has the name and the type of the key of User, so that"
                                + " each row may belong to one of its rows; no relationship is inferred from a name alone. Say that it"
                                + " does with @References(User.class), or that it does not with @NoInference.");
    }

    @Test
    void primaryKey_ofSeveralAttributesWithTheNamesOfAnothers_isAWarning() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(OrderLine.class)
                                .id("orderId", Long.class)
                                .id("lineNumber", Integer.class)
                                .done(),
                        entity(LineNote.class)
                                .id("orderId", Long.class)
                                .id("lineNumber", Integer.class)
                                .done()),
                List.of());

        assertThat(model.relationships()).isEmpty();
        assertThat(model.warnings())
                .map(Problem::toString)
                .containsExactly(
                        "EM-1154 LineNote.lineNumber, orderId: the primary key has the names and the types of the key"
                                + " of OrderLine, so that each row may belong to one of its rows; no relationship is inferred from a"
                                + " name alone. Say that it does with @References(OrderLine.class) on each attribute, or that it does"
                                + " not with @NoInference.");
    }

    static Stream<Arguments> emptyFields() {
        String rest = "; or say with @NoInference on the field that the application fills it.";
        return Stream.of(
                Arguments.of(
                        "no key",
                        List.of(entity(User.class).id(), entity(Post.class).id().free("author", User.class)),
                        "EM-1155 Post.author: nothing maps the field, and no relationship to User has its name, so that it"
                                + " stays empty. Annotate the attribute that holds the key of User with @References(value ="
                                + " User.class, attribute = \"author\")" + rest),
                Arguments.of(
                        "the children of a tree beside another key to itself",
                        List.of(entity(Category.class)
                                .id()
                                .key("categoryId")
                                .key("parentId")
                                .freeListOf("children", Category.class)),
                        "EM-1155 Category.children: nothing maps the field, and no relationship to Category has its name, so"
                                + " that it stays empty. Annotate 'parentId' with @References(Category.class)" + rest),
                Arguments.of(
                        "a key of another name",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).id().key("authorId").free("author", User.class)),
                        "EM-1155 Post.author: nothing maps the field, and no relationship to User has its name, so that it"
                                + " stays empty. Annotate 'authorId' with @References(User.class)" + rest),
                Arguments.of(
                        "another name",
                        List.of(
                                entity(User.class).id(),
                                entity(Post.class).id().key("userId").free("author", User.class)),
                        "EM-1155 Post.author: nothing maps the field, and no relationship to User has its name, so that it"
                                + " stays empty. Call it 'user', as the relationship is called" + rest),
                Arguments.of(
                        "another name on the other side",
                        List.of(
                                entity(User.class).id().freeListOf("articles", Post.class),
                                entity(Post.class).id().key("userId")),
                        "EM-1155 User.articles: nothing maps the field, and no relationship to Post has its name, so that it"
                                + " stays empty. Call it 'posts', as the relationship is called" + rest),
                Arguments.of(
                        "no key on the other side",
                        List.of(
                                entity(User.class).id().freeListOf("posts", Post.class),
                                entity(Post.class).id().key("writer")),
                        "EM-1155 User.posts: nothing maps the field, and no relationship to Post has its name, so that it"
                                + " stays empty. Annotate the attribute of Post that holds the key with @References(value ="
                                + " User.class, inverse = \"posts\")" + rest),
                Arguments.of(
                        "a link with further attributes",
                        List.of(
                                entity(Post.class).id().freeListOf("tags", Tag.class),
                                entity(Tag.class).id(),
                                entity(PostTag.class)
                                        .id()
                                        .key("postId")
                                        .key("tagId")
                                        .key("weight")),
                        "EM-1155 Post.tags: nothing maps the field, and no relationship to Tag has its name, so that it"
                                + " stays empty. Annotate PostTag, which leads to both, with @Link" + rest));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("emptyFields")
    void field_thatStaysEmpty_isAWarning(String name, List<Sketch> entities, String expected) {
        ModelDescription model =
                Inference.of(entities.stream().map(Sketch::done).toList(), List.of());

        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings()).map(Problem::toString).containsExactly(expected);
    }

    @Test
    void field_ofAKeyThatIsAProblem_isNotSaidToBeEmptyAsWell() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class)
                                .id("id", UUID.class)
                                .freeListOf("posts", Post.class)
                                .done(),
                        entity(Post.class)
                                .id()
                                .reference("authorId", User.class)
                                .free("author", User.class)
                                .done()),
                List.of());

        assertThat(model.problems()).extracting(Problem::code).containsExactly("EM-1103");
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void reference_whoseRelationshipWouldHaveItsOwnName_saysSo() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id(),
                        entity(Post.class).id().reference("author", User.class)))
                .containsExactly(
                        "EM-1104 Post.author: the relationship would be called 'author', but that is the name of the"
                                + " attribute itself. Name the relationship with @References(attribute = ...), or call the attribute"
                                + " 'authorId'.");
    }

    static Stream<Arguments> tenants() {
        return Stream.of(
                Arguments.of(
                        "an entity",
                        List.of(
                                entity(User.class, "Tenant").id(),
                                entity(Post.class).id().key("tenantId")),
                        entity(Tag.class).id().key("tenantId"),
                        entity(PostTag.class).id().key("tenantId").key("postId").key("tagId"),
                        true),
                Arguments.of(
                        "a number",
                        List.of(entity(Post.class).id().key("tenantId")),
                        entity(Tag.class).id().key("tenantId"),
                        entity(PostTag.class).id().key("tenantId").key("postId").key("tagId"),
                        true),
                Arguments.of(
                        "of one end only",
                        List.of(entity(Post.class).id().key("tenantId")),
                        entity(Tag.class).id(),
                        entity(PostTag.class).id().key("tenantId").key("postId").key("tagId"),
                        false),
                Arguments.of(
                        "with a value of its own",
                        List.of(entity(Post.class).id().key("tenantId")),
                        entity(Tag.class).id().key("tenantId"),
                        entity(PostTag.class)
                                .id()
                                .key("tenantId")
                                .key("postId")
                                .key("tagId")
                                .key("weight"),
                        false),
                Arguments.of(
                        "said to be none",
                        List.of(entity(Post.class).id().key("tenantId")),
                        entity(Tag.class).id().key("tenantId"),
                        entity(PostTag.class)
                                .id()
                                .closedKey("tenantId")
                                .key("postId")
                                .key("tagId"),
                        false));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tenants")
    void linkBesideATenant_isAWarning(String name, List<Sketch> some, Sketch tag, Sketch link, boolean said) {
        ModelDescription model = Inference.of(
                Stream.concat(some.stream(), Stream.of(tag, link))
                        .map(Sketch::done)
                        .toList(),
                List.of());

        assertThat(lines(model)).noneMatch(line -> line.contains("many_to_many"));
        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings())
                .map(Problem::toString)
                .containsExactlyElementsOf(
                        said
                                ? List.of(
                                        "EM-1158 PostTag: it holds two keys and 'tenantId', which both entities to which they"
                                                + " lead have as well; no many-to-many relationship is inferred. Say with @Link that there"
                                                + " is one, or with @NoInference on 'tenantId' that there is none.")
                                : List.of());
    }

    @Test
    void keyThatFitsSeveralEntities_isAWarning() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Tag.class, "User_").id().done(),
                        entity(Stranger.class, "Tag").id().done(),
                        entity(Post.class).id().key("tagId").key("userId").done()),
                List.of());

        assertThat(lines(model)).hasSize(2).allMatch(line -> line.contains("userId"));
        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings())
                .map(Problem::toString)
                .containsExactly("EM-1122 Post.tagId: the name fits several entities: " + Stranger.class.getName()
                        + ", " + Tag.class.getName() + "; no relationship is inferred. Say which one with @References,"
                        + " or that it is none with @NoInference.");
    }

    /** Each with what the warnings say, and with all that is inferred. */
    static Stream<Arguments> keysThatFitSeveral() {
        String remedy =
                "; no relationship is inferred. Say which one with @References on each attribute, or that they are"
                        + " none with @NoInference.";
        return Stream.of(
                Arguments.of(
                        "two entities of one name",
                        List.of(
                                numbered(entity(OrderLine.class, "Lines_")),
                                numbered(entity(LineNote.class, "OrderLine")),
                                entity(User.class).id(),
                                entity(Post.class)
                                        .id()
                                        .key("userId")
                                        .key("orderId")
                                        .key("orderLineNumber")),
                        List.of("EM-1122 Post.orderLineNumber, orderId: the names fit several entities: "
                                + LineNote.class.getName() + ", " + OrderLine.class.getName() + remedy),
                        List.of(
                                "Post.user: many_to_one User by userId, inverse posts",
                                "User.posts: one_to_many Post by userId, inverse user")),
                Arguments.of(
                        "one of these with another key",
                        List.of(
                                entity(OrderLine.class, "Lines_").id(),
                                numbered(entity(LineNote.class, "OrderLine")),
                                entity(Post.class).id().key("orderId").key("orderLineNumber")),
                        List.of("EM-1122 Post.orderLineNumber, orderId: the names fit several entities: "
                                + LineNote.class.getName() + ", " + OrderLine.class.getName() + remedy),
                        List.of()),
                Arguments.of(
                        "two entities with one last word",
                        List.of(
                                numbered(entity(OrderLine.class)),
                                numbered(entity(Stranger.class, "BillLine")),
                                entity(Post.class)
                                        .id()
                                        .key("orderId")
                                        .key("number")
                                        .key("lineNo"),
                                entity(Book.class).id().key("orderId").key("lineNumber"),
                                entity(BookTag.class).id().key("orderId").key("billLineNumber")),
                        List.of(),
                        List.of(
                                "BillLine.bookTags: one_to_many BookTag by billLineNumber, orderId, inverse billLine",
                                "BookTag.billLine: many_to_one BillLine by billLineNumber, orderId, inverse bookTags")),
                Arguments.of(
                        "two entities with one last word, which alone is said",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("lineNumber", Long.class),
                                entity(Stranger.class, "BillLine")
                                        .id("orderId", Long.class)
                                        .id("lineNumber", Long.class),
                                entity(Post.class).id().key("orderId").key("lineNumber"),
                                entity(Book.class).id().key("orderId").key("orderLineLineNumber"),
                                entity(Tag.class)
                                        .id()
                                        .reference("orderId", OrderLine.class)
                                        .reference("lineNumber", OrderLine.class)),
                        List.of("EM-1122 Post.lineNumber, orderId: the names fit several entities: "
                                + OrderLine.class.getName() + ", " + Stranger.class.getName() + remedy),
                        List.of(
                                "Book.orderLine: many_to_one OrderLine by orderLineLineNumber, orderId, inverse books",
                                "OrderLine.books: one_to_many Book by orderLineLineNumber, orderId, inverse orderLine",
                                "OrderLine.tags: one_to_many Tag by lineNumber, orderId, inverse orderLine",
                                "Tag.orderLine: many_to_one OrderLine by lineNumber, orderId, inverse tags")),
                Arguments.of(
                        "an entity and one that extends it",
                        List.of(
                                entity(OrderLine.class)
                                        .id("orderId", Long.class)
                                        .id("lineNumber", Long.class),
                                entity(Stranger.class, "GiftLine")
                                        .extending(entity(OrderLine.class)
                                                .id("orderId", Long.class)
                                                .id("lineNumber", Long.class)
                                                .done()),
                                entity(Post.class).id().key("orderId").key("lineNumber")),
                        List.of(),
                        List.of(
                                "OrderLine.posts: one_to_many Post by lineNumber, orderId, inverse orderLine",
                                "Post.orderLine: many_to_one OrderLine by lineNumber, orderId, inverse posts")));
    }

    private static Sketch numbered(Sketch sketch) {
        return sketch.id("orderId", Long.class).id("number", Long.class);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keysThatFitSeveral")
    void keyOfSeveralAttributes_thatFitsSeveralEntities_isAWarning(
            String name, List<Sketch> entities, List<String> warnings, List<String> expected) {
        ModelDescription model =
                Inference.of(entities.stream().map(Sketch::done).toList(), List.of());

        assertThat(Models.lines(model)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings()).map(Problem::toString).containsExactlyElementsOf(warnings);
    }

    @Test
    void keyOfSeveralAttributes_ofADeclaredRelationship_isNotSaidToFitSeveral() {
        RelationshipDescription declared = new RelationshipDescription(
                "Post",
                "line",
                Cardinality.MANY_TO_ONE,
                "OrderLine",
                true,
                new KeyDescription(List.of(
                        new KeyDescription.Part("orderLineNumber", "number"),
                        new KeyDescription.Part("orderId", "orderId"))),
                Optional.empty(),
                Optional.empty(),
                true,
                OnDelete.REFUSE,
                false,
                RelationshipDescription.Origin.DECLARED,
                "it is declared on Post");
        ModelDescription model = Inference.of(
                List.of(
                        numbered(entity(OrderLine.class)).done(),
                        numbered(entity(LineNote.class, "OrderLine2")).done(),
                        numbered(entity(Stranger.class, "BillLine")).done(),
                        entity(Post.class)
                                .id()
                                .key("orderId")
                                .key("orderLineNumber")
                                .done()),
                List.of(declared));

        assertThat(Models.lines(model)).isEmpty();
        assertThat(model.warnings()).isEmpty();
    }

    @Test
    void reference_ofAnotherType_isAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id("id", UUID.class),
                        entity(Post.class).id().reference("userId", User.class)))
                .containsExactly("EM-1103 Post.userId: the attribute is of type Long, but the key of User is of type"
                        + " UUID. Give both the same type.");
    }

    @Test
    void reference_whoseNameIsTaken_isAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(User.class).id(),
                        entity(Post.class).id().basic("user", String.class).reference("userId", User.class)))
                .containsExactly("EM-1104 Post.userId: the relationship would be called 'user', but Post already has an"
                        + " attribute of that name. Name the relationship with @References(attribute = ...).");
    }

    @Test
    void reference_whoseInverseIsTaken_isAProblem() {
        assertThat(problems(
                        List.of("Post.user: many_to_one User by userId"),
                        entity(User.class).id().basic("posts", int.class).basic("postsAsUser", int.class),
                        entity(Post.class).id().reference("userId", User.class)))
                .containsExactly("EM-1105 Post.userId: the other side of the relationship would be called"
                        + " 'postsAsUser', but User already has an attribute or field of that name. Name the other side with"
                        + " @References(inverse = ...).");
    }

    @Test
    void reference_whoseNamedInverseIsTaken_isAProblem() {
        assertThat(problems(
                        List.of("Post.user: many_to_one User by userId"),
                        entity(User.class).id().basic("posts", int.class),
                        entity(Post.class)
                                .id()
                                .reference("userId", Reference.to(User.class).named("", "posts"))))
                .containsExactly("EM-1105 Post.userId: the other side of the relationship would be called 'posts', but"
                        + " User already has an attribute or field of that name. Name the other side with"
                        + " @References(inverse = ...).");
    }

    @Test
    void keyThatIsToBeEmptied_butIsRequired_isAProblem() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(User.class).id().done(),
                        entity(Post.class)
                                .idReference("userId", Reference.to(User.class).onDelete(OnDelete.SET_NULL))
                                .done()),
                List.of());

        assertThat(model.problems())
                .map(Problem::toString)
                .containsExactly(
                        "EM-1130 Post.userId: onDelete = SET_NULL is asked for, but a value is required. Let it"
                                + " be null, or say CASCADE or REFUSE.");
        assertThat(model.relationships())
                .hasSize(2)
                .map(RelationshipDescription::onDelete)
                .containsOnly(OnDelete.REFUSE);
    }

    @Test
    void link_whoseNamesAreTaken_isAProblem() {
        assertThat(problems(
                        List.of(
                                "Post.postTags: one_to_many PostTag by postId, inverse post",
                                "PostTag.post: many_to_one Post by postId, inverse postTags",
                                "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                                "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                                "Tag.posts: many_to_many Post over PostTag(tagId, postId)"),
                        entity(Post.class).id().basic("tags", int.class).basic("tagsViaPostTag", int.class),
                        entity(Tag.class).id(),
                        entity(PostTag.class)
                                .id()
                                .reference("postId", Post.class)
                                .reference("tagId", Tag.class)))
                .containsExactly("EM-1106 PostTag: it links two entities, but Post already has attributes of the names"
                        + " that the many-to-many relationship could have. Rename the attribute; queries can go over"
                        + " PostTag meanwhile.");
    }

    @Test
    void link_byNameAlone_whoseNamesAreTaken_isAWarning() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(Post.class)
                                .id()
                                .basic("tags", int.class)
                                .basic("tagsViaPostTag", int.class)
                                .done(),
                        entity(Tag.class).id().done(),
                        entity(PostTag.class).id().key("postId").key("tagId").done()),
                List.of());

        assertThat(model.problems()).isEmpty();
        assertThat(model.warnings()).map(Problem::code).containsExactly("EM-1106");
    }

    @Test
    void linkAnnotation_withoutTwoKeys_isAProblem() {
        assertThat(problems(
                        List.of(),
                        entity(Tag.class).id(),
                        entity(PostTag.class).id().link().basic("weight", int.class)))
                .containsExactly(
                        "EM-1107 PostTag: the entity is annotated with @Link, but not exactly two of its attributes"
                                + " hold the key of another entity. Say with @References what the two keys lead to, or remove the"
                                + " annotation.");
    }

    @Test
    void linkAnnotation_withThreeKeys_namesThem() {
        assertThat(problems(
                        List.of(
                                "Post.postTags: one_to_many PostTag by postId, inverse post",
                                "PostTag.post: many_to_one Post by postId, inverse postTags",
                                "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                                "PostTag.user: many_to_one User by userId, inverse postTags",
                                "Tag.postTags: one_to_many PostTag by tagId, inverse tag",
                                "User.postTags: one_to_many PostTag by userId, inverse user"),
                        entity(Post.class).id(),
                        entity(Tag.class).id(),
                        entity(User.class).id(),
                        entity(PostTag.class)
                                .id()
                                .link()
                                .key("postId")
                                .key("tagId")
                                .key("userId")))
                .containsExactly(
                        "EM-1107 PostTag: the entity is annotated with @Link, but not exactly two of its attributes"
                                + " hold the key of another entity: postId; tagId; userId. Take those that are none with"
                                + " @NoInference, or remove the annotation.");
    }

    @Test
    void linkAnnotation_withAUniqueKey_saysSo() {
        assertThat(problems(
                        List.of(
                                "Post.postTag: one_to_one PostTag by postId, inverse post",
                                "PostTag.post: one_to_one Post by postId, inverse postTag",
                                "PostTag.tag: many_to_one Tag by tagId, inverse postTags",
                                "Tag.postTags: one_to_many PostTag by tagId, inverse tag"),
                        entity(Post.class).id(),
                        entity(Tag.class).id(),
                        entity(PostTag.class).id().link().uniqueKey("postId").key("tagId")))
                .containsExactly(
                        "EM-1107 PostTag: the entity is annotated with @Link, but its key postId is unique, so that it"
                                + " leads to each Post at most once. Let each key be one of its own, or remove the"
                                + " annotation.");
    }

    @Test
    void linkAnnotation_overDeclaredEnds_saysWhatALinkIs() {
        ModelDescription model = Inference.of(
                List.of(
                        entity(Post.class).id().done(),
                        entity(Tag.class).id().done(),
                        entity(PostTag.class).id().link().done()),
                List.of(
                        declared("PostTag", "post", "Post", Optional.empty()),
                        declared("PostTag", "tag", "Tag", Optional.empty())));
        assertThat(model.problems())
                .extracting(Problem::toString)
                .containsExactly("EM-1153 PostTag: the entity is annotated with @Link, but its ends are declared"
                        + " relationships (post, tag), and a link is inferred from attributes that hold keys. Replace them"
                        + " by attributes with @References, or remove the annotation and declare the other relationship"
                        + " with @ManyToMany.");
    }

    @Test
    void problems_ofSeveralEntities_areAllThereAndSorted() {
        List<String> problems = problems(
                List.of(
                        "Book.user: many_to_one User by userId, inverse books",
                        "User.books: one_to_many Book by userId, inverse user"),
                entity(User.class).id(),
                entity(Book.class).id().key("userId"),
                entity(Tag.class).id().reference("strangerId", Stranger.class),
                entity(Post.class).id().reference("strangerId", Stranger.class));

        assertThat(problems)
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("EM-1101 Post.strangerId: "),
                        second -> assertThat(second).startsWith("EM-1101 Tag.strangerId: "));
    }

    private static List<String> problems(List<String> stillInferred, Sketch... entities) {
        ModelDescription model =
                Inference.of(Stream.of(entities).map(Sketch::done).toList(), List.of());
        assertThat(lines(model)).isEqualTo(stillInferred);
        return model.problems().stream().map(Problem::toString).toList();
    }
}
