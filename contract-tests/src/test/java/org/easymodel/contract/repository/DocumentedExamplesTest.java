package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.library.Book;
import org.junit.jupiter.api.Test;

/** The examples of the guide do what it says: what is written there stands here word for word. */
class DocumentedExamplesTest extends LibraryContract {

    private static final Path GUIDE = Path.of("../docs/repositories.md");
    private static final Path THIS =
            Path.of("src/test/java/org/easymodel/contract/repository/DocumentedExamplesTest.java");

    @Override
    Database database() {
        return Database.H2;
    }

    private Book dune() {
        return book("Dune", "1", "price", 9, "reviews", List.of(Map.of("rating", 5, "text", "long")));
    }

    @Test
    void maps() {
        BlockingRepository<Book> books = books();
        Book book = dune();

        Map<String, Object> map = books.toMap(book);
        Map<String, Object> brief = books.toMap(book, 1, "title", "author.name");
        Map<String, Object> rest = books.toMap(book, "-price", "-reviews.text");

        assertThat(map).containsEntry("title", "Dune").containsKeys("price", "author", "reviews");
        assertThat(brief).isEqualTo(Map.of("title", "Dune", "author", Map.of("name", "Someone")));
        assertThat(rest).containsKeys("title", "reviews").doesNotContainKey("price");
    }

    @Test
    void records() {
        BlockingRepository<Book> books = books();
        Book book = dune();

        record ReviewView(int rating, String text) {}
        record BookView(String title, String authorName, List<ReviewView> reviews) {}
        BookView view = books.as(BookView.class, book);

        assertThat(view).isEqualTo(new BookView("Dune", "Someone", List.of(new ReviewView(5, "long"))));
    }

    @Test
    void schema() {
        BlockingRepository<Book> books = books();

        JsonObject schema = books.schema().without("stock", "reviews").json();

        assertThat(schema.getJsonObject("properties"))
                .containsKeys("title", "author")
                .doesNotContainKeys("stock", "reviews");
    }

    @Test
    void guide_saysWhatIsTriedHere() throws IOException {
        String source = Files.readString(THIS).replaceAll("\\s+", " ");
        String section = Files.readString(GUIDE)
                .replaceFirst("(?s).*?(?=\\n## Entities in other forms\\n)", "")
                .replaceFirst("(?s)(?<=.)\\n## .*", "");
        Matcher examples = Pattern.compile("(?s)```java\\n(.*?)```").matcher(section);

        int found = 0;
        while (examples.find()) {
            found++;
            assertThat(source).contains(examples.group(1).strip().replaceAll("\\s+", " "));
        }
        assertThat(found).isEqualTo(3);
    }
}
