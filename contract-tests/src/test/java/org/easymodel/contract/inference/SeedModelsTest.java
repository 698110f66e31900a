package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Transient;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.Database;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.model.DefaultValue;
import org.easymodel.model.EasyModel;
import org.easymodel.model.Link;
import org.easymodel.model.Polymorphic;
import org.easymodel.model.References;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The models of the seed documents, with no more declared than the documents declare. */
@ParameterizedClass
@EnumSource(Database.class)
class SeedModelsTest {

    @Parameter
    private Database database;

    @TempDir
    private Path directory;

    private static <R> R statements(SmallUnit unit, int expected, Supplier<R> call) {
        unit.tap.reset();
        R result = call.get();
        assertThat(unit.tap.statements()).hasSize(expected);
        return result;
    }

    // Document 000: departments and employees.

    @Entity(name = "Department")
    public static class Department extends EasyModel {

        String name;

        @Transient
        List<Employee> employees;
    }

    @Entity(name = "Employee")
    public static class Employee extends EasyModel {

        String name;

        @References(Department.class)
        Long departmentId;

        @Transient
        Department department;
    }

    @Test
    void document000_departments() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Department.class, Employee.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Department.employees: one_to_many Employee by departmentId",
                            "Employee.department: many_to_one Department by departmentId");
            BlockingRepository<Department> departments = unit.easy.blocking(Department.class);
            BlockingRepository<Employee> employees = unit.easy.blocking(Employee.class);
            Department sales = departments.insertMap(
                    Map.of("name", "Sales", "employees", List.of(Map.of("name", "Ann"), Map.of("name", "Bob"))));
            assertThat(sales.employees).extracting(each -> each.name).containsExactly("Ann", "Bob");
            Employee carl = employees.insertMap(Map.of("name", "Carl", "departmentId", sales.getId()));
            assertThat(carl.department.name).isEqualTo("Sales");
            assertThat(employees
                            .select(Map.of("department", Map.of("name", "Sales")))
                            .orderBy("-department.name", "-name")
                            .list())
                    .extracting(each -> each.name)
                    .containsExactly("Carl", "Bob", "Ann");
            for (int rows : List.of(10, 100)) {
                IntStream.range(0, rows)
                        .forEach(i -> departments.insertMap(
                                Map.of("name", "d" + i, "employees", List.of(Map.of("name", "e" + i)))));
                statements(
                        unit, 2, () -> departments.select().include("employees").list());
            }
        }
    }

    // Document 000: users, posts and comments.

    @Entity(name = "User")
    public static class User extends EasyModel {

        @Column(unique = true)
        String username;

        @Transient
        List<Post> posts;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Post")
    public static class Post extends EasyModel {

        String title;

        @References(User.class)
        Long userId;

        @Transient
        User user;

        @Transient
        List<Comment> comments;
    }

    @Entity(name = "Comment")
    public static class Comment extends EasyModel {

        @Column(name = "CONTENT")
        String text;

        @References(Post.class)
        Long postId;

        @Transient
        Post post;

        @References(User.class)
        Long userId;

        @Transient
        User user;
    }

    @Test
    void document000_posts() {
        try (SmallUnit unit = SmallUnit.of(directory, database, User.class, Post.class, Comment.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "User.posts: one_to_many Post by userId",
                            "User.comments: one_to_many Comment by userId",
                            "Post.user: many_to_one User by userId",
                            "Post.comments: one_to_many Comment by postId",
                            "Comment.post: many_to_one Post by postId",
                            "Comment.user: many_to_one User by userId");
            User author = unit.easy
                    .blocking(User.class)
                    .insertMap(Map.of(
                            "username",
                            "new_user",
                            "posts",
                            List.of(
                                    Map.of(
                                            "title",
                                            "My First Post",
                                            "comments",
                                            List.of(Map.of(
                                                    "text", "Great post!", "user", Map.of("username", "commenter1")))),
                                    Map.of("title", "My Second Post"))));
            assertThat(author.posts).hasSize(2);
            assertThat(author.posts.get(0).comments.get(0).user.username).isEqualTo("commenter1");
            BlockingRepository<Comment> comments = unit.easy.blocking(Comment.class);
            assertThat(comments.select(Map.of("post", Map.of("user", Map.of("username", "new_user"))))
                            .orderBy("post.title", "user.username")
                            .list())
                    .extracting(each -> each.text)
                    .containsExactly("Great post!");
            assertThat(unit.easy
                            .blocking(Post.class)
                            .select(Map.of("comments", Map.of("user", Map.of("username", "commenter1"))))
                            .list())
                    .extracting(each -> each.title)
                    .containsExactly("My First Post");
        }
    }

    // Document 000: the shopping cart.

    @Entity(name = "Product")
    public static class Product extends EasyModel {

        String name;

        double price;

        @Transient
        List<ShoppingCart> shoppingCarts;
    }

    @Entity(name = "Buyer")
    public static class Buyer extends EasyModel {

        String username;

        @Transient
        List<ShoppingCart> shoppingCarts;
    }

    @Entity(name = "ShoppingCart")
    public static class ShoppingCart extends EasyModel {

        @References(Buyer.class)
        Long buyerId;

        @Transient
        Buyer buyer;

        @References(Product.class)
        Long productId;

        @Transient
        Product product;

        int quantity = 1;
    }

    @Test
    void document000_shoppingCart_isNoLink() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Buyer.class, Product.class, ShoppingCart.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Buyer.shoppingCarts: one_to_many ShoppingCart by buyerId",
                            "Product.shoppingCarts: one_to_many ShoppingCart by productId",
                            "ShoppingCart.buyer: many_to_one Buyer by buyerId",
                            "ShoppingCart.product: many_to_one Product by productId");
            Buyer jane = unit.easy.blocking(Buyer.class).insertMap(Map.of("username", "jane_doe"));
            BlockingRepository<ShoppingCart> carts = unit.easy.blocking(ShoppingCart.class);
            for (double price : new double[] {10.99, 24.99, 15.50}) {
                Product product =
                        unit.easy.blocking(Product.class).insertMap(Map.of("name", "Product " + price, "price", price));
                carts.insertMap(Map.of("buyerId", jane.getId(), "productId", product.getId(), "quantity", 2));
            }
            Buyer read = unit.easy
                    .blocking(Buyer.class)
                    .select(Map.of("username", "jane_doe"))
                    .include("shoppingCarts.product")
                    .one();
            assertThat(read.shoppingCarts.stream()
                            .mapToDouble(each -> each.quantity * each.product.price)
                            .sum())
                    .isCloseTo(102.96, within(1e-9));
            assertThat(carts.select(Map.of("buyer", Map.of("username", "jane_doe"), "product", Map.of("price", 15.50)))
                            .count())
                    .isOne();
        }
    }

    // Document 002: students and courses, with the enrollment between them.

    public static class EnrollmentId implements Serializable {

        private static final long serialVersionUID = 1L;

        Long studentId;

        Long courseId;

        @Override
        public boolean equals(Object other) {
            return other instanceof EnrollmentId id
                    && Objects.equals(id.studentId, studentId)
                    && Objects.equals(id.courseId, courseId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(studentId, courseId);
        }
    }

    @Entity(name = "Student")
    public static class Student extends EasyModel {

        @Column(unique = true)
        String name;

        String email;

        @Transient
        List<Course> courses;

        @Transient
        List<Enrollment> enrollments;
    }

    @Entity(name = "Course")
    public static class Course extends EasyModel {

        String name;

        @Column(unique = true)
        String code;

        @Transient
        List<Student> students;

        @Transient
        List<Enrollment> enrollments;
    }

    @Entity(name = "Enrollment")
    @IdClass(EnrollmentId.class)
    @Link
    public static class Enrollment {

        @Id
        @References(Student.class)
        Long studentId;

        @Id
        @References(Course.class)
        Long courseId;

        @Transient
        Student student;

        @Transient
        Course course;

        @DefaultValue("now")
        LocalDateTime enrollmentDate;

        @Column(nullable = false)
        String semester;

        @Column(name = "YEAR_OF_STUDY", nullable = false)
        Integer year;

        String grade;
    }

    @Test
    void document002_enrollment_isALinkWithPayload() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Student.class, Course.class, Enrollment.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Student.enrollments: one_to_many Enrollment by studentId",
                            "Course.enrollments: one_to_many Enrollment by courseId",
                            "Enrollment.student: many_to_one Student by studentId",
                            "Enrollment.course: many_to_one Course by courseId",
                            "Student.courses: many_to_many Course over Enrollment",
                            "Course.students: many_to_many Student over Enrollment");
            BlockingRepository<Student> students = unit.easy.blocking(Student.class);
            BlockingRepository<Course> courses = unit.easy.blocking(Course.class);
            Student ann = students.insertMap(Map.of(
                    "name",
                    "Ann",
                    "enrollments",
                    List.of(
                            Map.of("semester", "fall", "year", 2025, "course", Map.of("code", "M1")),
                            Map.of("semester", "spring", "year", 2026, "grade", "A", "course", Map.of("code", "P1")))));
            assertThat(ann.enrollments).extracting(each -> each.course.code).containsExactlyInAnyOrder("M1", "P1");
            assertThat(ann.enrollments).extracting(each -> each.enrollmentDate).doesNotContainNull();
            students.insertMap(Map.of(
                    "name",
                    "Bob",
                    "enrollments",
                    List.of(Map.of("semester", "fall", "year", 2025, "course", Map.of("code", "M1")))));
            assertThat(courses.select().count()).isEqualTo(2);
            assertThat(courses.select(Map.of("code", "M1")).include("students").one().students)
                    .extracting(each -> each.name)
                    .containsExactlyInAnyOrder("Ann", "Bob");
            assertThat(students.select(Map.of("courses", Map.of("code", "P1"))).list())
                    .extracting(each -> each.name)
                    .containsExactly("Ann");
            assertThat(students.select(Map.of("enrollments", Map.of("grade", "A", "course", Map.of("code", "P1"))))
                            .list())
                    .hasSize(1);
            assertThatThrownBy(
                            () -> students.insertMap(Map.of("name", "Carl", "courses", List.of(Map.of("code", "M1")))))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("semester");
            assertThat(students.select().count()).isEqualTo(2);
            statements(unit, 2, () -> students.select().include("courses").list());
            assertThat(students.deleteWhere(Map.of("name", "Bob"))).isOne();
            assertThat(unit.easy.blocking(Enrollment.class).select().count()).isEqualTo(2);
        }
    }

    // Document 002: a tree of categories, with products.

    @Entity(name = "Category")
    public static class Category extends EasyModel {

        String name;

        @References(Category.class)
        Long parentId;

        @Transient
        Category parent;

        @Transient
        List<Category> children;

        @Transient
        List<Article> articles;
    }

    @Entity(name = "Article")
    public static class Article extends EasyModel {

        String name;

        @References(Category.class)
        Long categoryId;

        @Transient
        Category category;
    }

    @Test
    void document002_categories() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Category.class, Article.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Category.parent: many_to_one Category by parentId",
                            "Category.children: one_to_many Category by parentId",
                            "Category.articles: one_to_many Article by categoryId",
                            "Article.category: many_to_one Category by categoryId");
            Category root = unit.easy
                    .blocking(Category.class)
                    .insertMap(Map.of(
                            "name",
                            "root",
                            "children",
                            List.of(
                                    Map.of("name", "a", "articles", List.of(Map.of("name", "x"), Map.of("name", "y"))),
                                    Map.of("name", "b", "children", List.of(Map.of("name", "c"))))));
            assertThat(root.children).hasSize(2);
            assertThat(root.children.get(1).children.get(0).name).isEqualTo("c");
            assertThat(unit.easy
                            .blocking(Article.class)
                            .select(Map.of("category", Map.of("parent", Map.of("name", "root"))))
                            .orderBy("-name")
                            .list())
                    .extracting(each -> each.name)
                    .containsExactly("y", "x");
            List<Category> tree = statements(unit, 3, () -> unit.easy
                    .blocking(Category.class)
                    .select(Map.of("name", "root"))
                    .include("children.children")
                    .list());
            assertThat(tree.get(0).children.get(1).children).hasSize(1);
        }
    }

    // Document 000: books and tags over a link of two keys, with authors.

    @Entity(name = "Author")
    public static class Author extends EasyModel {

        @Column(unique = true)
        String name;

        @Transient
        List<Book> books;
    }

    @Entity(name = "Book")
    public static class Book extends EasyModel {

        String title;

        @References(Author.class)
        Long authorId;

        @Transient
        Author author;

        @Transient
        List<Tag> tags;
    }

    @Entity(name = "Tag")
    public static class Tag extends EasyModel {

        @Column(unique = true)
        String name;

        @Transient
        List<Book> books;
    }

    @Entity(name = "BookTag")
    public static class BookTag extends EasyModel {

        @References(Book.class)
        Long bookId;

        @References(Tag.class)
        Long tagId;
    }

    @Test
    void document000_books_areTagged() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Author.class, Book.class, Tag.class, BookTag.class)) {
            assertThat(unit.inferred())
                    .contains(
                            "Author.books: one_to_many Book by authorId",
                            "Book.author: many_to_one Author by authorId",
                            "Book.tags: many_to_many Tag over BookTag",
                            "Tag.books: many_to_many Book over BookTag");
            BlockingRepository<Book> books = unit.easy.blocking(Book.class);
            for (String title : List.of("one", "two")) {
                books.insertMap(Map.of(
                        "title",
                        title,
                        "author",
                        Map.of("name", "Lem"),
                        "tags",
                        List.of(Map.of("name", "sf"), Map.of("name", title))));
            }
            assertThat(unit.easy.blocking(Author.class).select().count()).isOne();
            assertThat(unit.easy.blocking(Tag.class).select().count()).isEqualTo(3);
            assertThat(unit.easy.blocking(BookTag.class).select().count()).isEqualTo(4);
            assertThat(books.select(Map.of("tags", Map.of("name", "sf"), "author", Map.of("name", "Lem")))
                            .orderBy("author.name", "-title")
                            .list())
                    .extracting(each -> each.title)
                    .containsExactly("two", "one");
            statements(unit, 3, () -> books.select().include("tags", "author").list());
            for (int i = 0; i < 50; i++) {
                books.insertMap(Map.of("title", "t" + i, "tags", List.of(Map.of("name", "sf"))));
            }
            statements(unit, 3, () -> books.select().include("tags", "author").list());
            assertThat(books.deleteWhere(Map.of("title", "one"))).isOne();
            assertThat(unit.easy.blocking(Tag.class).select().count()).isEqualTo(3);
        }
    }

    // Document 001: orders and products, with count and unit price between them.

    @Entity(name = "Order")
    public static class Order extends EasyModel {

        @Column(unique = true)
        String number;

        @Transient
        List<OrderItem> orderItems;

        @Transient
        List<Good> goods;
    }

    @Entity(name = "Good")
    public static class Good extends EasyModel {

        @Column(unique = true)
        String name;

        @Transient
        List<Order> orders;
    }

    @Entity(name = "OrderItem")
    @Link
    public static class OrderItem extends EasyModel {

        @References(Order.class)
        Long orderId;

        @References(Good.class)
        Long goodId;

        @Transient
        Good good;

        int count = 1;

        int unitPrice;
    }

    @Test
    void document001_orders_holdCountAndPrice() {
        try (SmallUnit unit = SmallUnit.of(directory, database, Order.class, Good.class, OrderItem.class)) {
            assertThat(unit.inferred())
                    .contains(
                            "Order.orderItems: one_to_many OrderItem by orderId",
                            "Order.goods: many_to_many Good over OrderItem",
                            "Good.orders: many_to_many Order over OrderItem");
            BlockingRepository<Order> orders = unit.easy.blocking(Order.class);
            Order order = orders.insertMap(Map.of(
                    "number",
                    "SO-1",
                    "orderItems",
                    List.of(
                            Map.of("good", Map.of("name", "pen"), "count", 3, "unitPrice", 50),
                            Map.of("good", Map.of("name", "ink"), "unitPrice", 400))));
            assertThat(order.orderItems).extracting(each -> each.good.name).containsExactly("pen", "ink");
            assertThat(order.orderItems.stream()
                            .mapToInt(each -> each.count * each.unitPrice)
                            .sum())
                    .isEqualTo(550);
            Order read = orders.select(Map.of("goods", Map.of("name", "ink")))
                    .include("goods", "orderItems.good")
                    .one();
            assertThat(read.goods).extracting(each -> each.name).containsExactlyInAnyOrder("pen", "ink");
            assertThat(unit.easy
                            .blocking(Good.class)
                            .select(Map.of("orders", Map.of("number", "SO-1")))
                            .count())
                    .isEqualTo(2);
        }
    }

    /** Document 002: tags of articles and images. In a class of its own, since another document has a Tag too. */
    static final class Gallery {

        private Gallery() {}

        @Entity(name = "Tag")
        public static class Tag extends EasyModel {

            String name;

            String taggableType;

            @Polymorphic(types = {Article.class, Image.class})
            Long taggableId;

            @Transient
            Object taggable;
        }

        @Entity(name = "Article")
        public static class Article extends EasyModel {

            String title;

            String content;

            @Transient
            List<Tag> tags;
        }

        @Entity(name = "Image")
        public static class Image extends EasyModel {

            String filename;

            String altText;

            @Transient
            List<Tag> tags;
        }
    }

    @Test
    void document002_articlesAndImages_haveTags() {
        try (SmallUnit unit =
                SmallUnit.of(directory, database, Gallery.Tag.class, Gallery.Article.class, Gallery.Image.class)) {
            assertThat(unit.inferred())
                    .containsExactlyInAnyOrder(
                            "Article.tags: one_to_many Tag by taggableId", "Image.tags: one_to_many Tag by taggableId");
            BlockingRepository<Gallery.Article> articles = unit.easy.blocking(Gallery.Article.class);
            BlockingRepository<Gallery.Image> images = unit.easy.blocking(Gallery.Image.class);
            BlockingRepository<Gallery.Tag> tags = unit.easy.blocking(Gallery.Tag.class);
            Gallery.Article article = articles.insertMap(
                    Map.of("title", "Sea", "tags", List.of(Map.of("name", "blue"), Map.of("name", "wet"))));
            assertThat(article.tags).extracting(each -> each.name).containsExactly("blue", "wet");
            images.insertMap(Map.of("filename", "sky.png", "tags", List.of(Map.of("name", "blue"))));
            assertThat(tags.insertMap(Map.of("name", "salty", "taggable", article)).taggableType)
                    .isEqualTo("Article");
            assertThat(articles.select(Map.of("tags.name", "salty")).count()).isOne();
            assertThat(images.select(Map.of("tags.name", "salty")).count()).isZero();
            assertThat(tags.select(Map.of("taggable", article)).count()).isEqualTo(3);
            List<Gallery.Tag> all = statements(
                    unit,
                    3,
                    () -> tags.select().include("taggable").orderBy("name").list());
            assertThat(all)
                    .extracting(each -> each.taggable.getClass().getSimpleName())
                    .containsExactlyInAnyOrder("Article", "Image", "Article", "Article");
            for (int rows : List.of(10, 100)) {
                IntStream.range(0, rows)
                        .forEach(i -> images.insertMap(
                                Map.of("filename", "f" + i, "tags", List.of(Map.of("name", "t" + i)))));
                statements(unit, 2, () -> images.select().include("tags").list());
            }
        }
    }
}
