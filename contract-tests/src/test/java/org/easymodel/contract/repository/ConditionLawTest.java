package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.query.Conditions.all;
import static org.easymodel.query.Conditions.any;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.not;
import static org.easymodel.query.Conditions.related;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.query.Condition;
import org.easymodel.query.Criteria;

/** A condition selects exactly the rows that a matcher in memory selects: random conditions on random rows. */
class ConditionLawTest {

    private static final Locale ROOT = Locale.ROOT;

    /** A condition with what it means: a row is a map, a to-one relationship a map or null, a to-many one a list. */
    private record Case(String text, Condition condition, Predicate<Map<String, Object>> met) {

        @Override
        public String toString() {
            return text;
        }
    }

    /** A row that may lead back to itself. */
    private static final class Circular extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        Circular(Map<String, Object> values) {
            super(values);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            Map<String, Object> brief = new LinkedHashMap<>(this);
            brief.remove("books");
            return brief.toString();
        }
    }

    // The rows

    private static Arbitrary<String> text() {
        return Arbitraries.of("a", "b", "A", "%", "_", "*", "?", "\\", "!", "'")
                .list()
                .ofMaxSize(3)
                .map(letters -> String.join("", letters));
    }

    private static Arbitrary<Map<String, Object>> author() {
        return Combinators.combine(text(), text().injectNull(0.4))
                .as((name, country) -> row("name", name, "country", country));
    }

    private static Arbitrary<Map<String, Object>> review() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), text().injectNull(0.4))
                .as((rating, text) -> row("rating", rating, "text", text));
    }

    private static Arbitrary<Map<String, Object>> book() {
        return Combinators.combine(
                        text(),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3).injectNull(0.3),
                        Arbitraries.of(Book.Genre.class).injectNull(0.3),
                        Arbitraries.integers().between(0, 1),
                        text().injectNull(0.4),
                        review().list().ofMaxSize(3),
                        Arbitraries.of("a", "b", "A").set().ofMaxSize(2))
                .as((title, stock, price, genre, author, category, reviews, tags) -> row(
                        "title",
                        title,
                        "stock",
                        stock,
                        "price",
                        price == null ? null : BigDecimal.valueOf(price),
                        "published",
                        price == null ? null : LocalDate.of(2000 + price, 1, 1),
                        "genre",
                        genre,
                        "author",
                        author,
                        "category",
                        category == null ? null : row("name", category, "parent", null),
                        "reviews",
                        reviews,
                        "tags",
                        tags.stream().map(tag -> row("name", tag)).toList()));
    }

    /** Up to five books of two authors; what relates them is the same object from both sides. */
    @Provide
    Arbitrary<List<Map<String, Object>>> rows() {
        return Combinators.combine(
                        author().list().ofSize(2), book().list().ofMinSize(1).ofMaxSize(5))
                .as((authors, books) -> {
                    List<Map<String, Object>> copies = authors.stream()
                            .<Map<String, Object>>map(Circular::new)
                            .toList();
                    List<Map<String, Object>> related = new ArrayList<>();
                    for (Map<String, Object> book : books) {
                        Map<String, Object> copy = new Circular(book);
                        copy.put("author", copies.get((Integer) book.get("author")));
                        copy.put("isbn", String.valueOf(related.size()));
                        related.add(copy);
                    }
                    copies.forEach(author -> author.put(
                            "books",
                            related.stream()
                                    .filter(book -> book.get("author") == author)
                                    .toList()));
                    return related;
                });
    }

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    // What a path means

    /** The values at the end of a path: none where a relationship leads nowhere, null where a row has no value. */
    private static List<Object> values(Map<String, Object> row, String path) {
        Stream<Object> at = Stream.of(row);
        for (String name : path.split("\\.")) {
            at = at.filter(Objects::nonNull)
                    .map(each -> ((Map<?, ?>) each).get(name))
                    .flatMap(each ->
                            each instanceof Collection<?> several ? several.stream() : Stream.of(new Object[] {each}));
        }
        return at.toList();
    }

    private static Predicate<Map<String, Object>> some(String path, Predicate<Object> value) {
        return row -> values(row, path).stream().anyMatch(each -> each != null && value.test(each));
    }

    @SuppressWarnings("unchecked")
    private static Predicate<Map<String, Object>> someRow(String path, Predicate<Map<String, Object>> met) {
        return some(path, row -> met.test((Map<String, Object>) row));
    }

    private static boolean likes(String pattern, String text, boolean ignoreCase) {
        StringBuilder regex = new StringBuilder();
        String rest = pattern;
        while (!rest.isEmpty()) {
            String slashes = rest.replaceFirst("^(\\\\*).*", "$1");
            String after = rest.substring(slashes.length());
            boolean wild = after.startsWith("*") || after.startsWith("?");
            int kept = wild ? slashes.length() / 2 : slashes.length();
            regex.append(Pattern.quote("\\".repeat(kept)));
            if (!after.isEmpty()) {
                String letter = after.substring(0, 1);
                boolean literal = !wild || slashes.length() % 2 == 1;
                regex.append(literal ? Pattern.quote(letter) : letter.equals("*") ? ".*" : ".");
                after = after.substring(1);
            }
            rest = after;
        }
        int flags = ignoreCase ? Pattern.DOTALL | Pattern.CASE_INSENSITIVE : Pattern.DOTALL;
        return Pattern.compile(regex.toString(), flags).matcher(text).matches();
    }

    // The conditions

    private static Arbitrary<Case> aboutText(String path) {
        Arbitrary<Case> one = Combinators.combine(text(), Arbitraries.integers().between(0, 11))
                .as((value, kind) -> switch (kind) {
                    case 0 -> new Case(path + " = " + value, attribute(path).equalTo(value), some(path, value::equals));
                    case 1 ->
                        new Case(
                                path + " ne " + value,
                                attribute(path).notEqualTo(value),
                                some(path, each -> !each.equals(value)));
                    case 2 ->
                        new Case(
                                path + " like " + value,
                                attribute(path).like(value),
                                some(path, each -> likes(value, (String) each, false)));
                    case 3 ->
                        new Case(
                                path + " ilike " + value,
                                attribute(path).ilike(value),
                                some(path, each -> likes(value, (String) each, true)));
                    case 4 ->
                        new Case(
                                path + " contains " + value,
                                attribute(path).contains(value),
                                some(path, each -> ((String) each).contains(value)));
                    case 5 ->
                        new Case(
                                path + " startsWith " + value,
                                attribute(path).startsWith(value),
                                some(path, each -> ((String) each).startsWith(value)));
                    case 6 ->
                        new Case(
                                path + " endsWith " + value,
                                attribute(path).endsWith(value),
                                some(path, each -> ((String) each).endsWith(value)));
                    case 7 ->
                        new Case(
                                path + " equalIgnoringCase " + value,
                                attribute(path).ignoreCase().equalTo(value),
                                some(path, each -> ((String) each).equalsIgnoreCase(value)));
                    case 8 ->
                        new Case(
                                "{" + path + ": " + value + "}",
                                Criteria.of(Map.of(path, value)),
                                some(path, each -> likes(value, (String) each, false)));
                    case 9 ->
                        new Case(
                                path + " icontains " + value,
                                attribute(path).ignoreCase().contains(value),
                                some(path, each -> ((String) each)
                                        .toLowerCase(ROOT)
                                        .contains(value.toLowerCase(ROOT))));
                    case 10 ->
                        new Case(path + " is null", attribute(path).isNull(), row -> values(row, path)
                                .contains(null));
                    default -> new Case(path + " not null", attribute(path).notNull(), some(path, each -> true));
                });
        return Arbitraries.oneOf(one, aboutList(path, text().injectNull(0.2)));
    }

    private static Arbitrary<Case> aboutList(String path, Arbitrary<?> value) {
        return Combinators.combine(value.list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((values, in) -> {
                    List<Object> list = new ArrayList<>(values);
                    return in
                            ? new Case(path + " in " + list, attribute(path).in(list), row -> values(row, path).stream()
                                    .anyMatch(each -> list.stream().anyMatch(one -> same(one, each))))
                            : new Case(
                                    path + " nin " + list,
                                    attribute(path).notIn(list),
                                    list.isEmpty()
                                            ? row -> true
                                            : some(path, each -> list.stream().noneMatch(one -> same(one, each))));
                });
    }

    private static boolean same(Object one, Object other) {
        return one instanceof Number left && other instanceof Number right
                ? left.intValue() == right.intValue()
                : Objects.equals(one, other);
    }

    private static Arbitrary<Case> aboutNumber(String path) {
        Arbitrary<Integer> number = Arbitraries.integers().between(-1, 4);
        Arbitrary<Case> one = Combinators.combine(
                        number, number, Arbitraries.integers().between(0, 7))
                .as((value, other, kind) -> switch (kind) {
                    case 0 ->
                        new Case(
                                path + " = " + value,
                                attribute(path).equalTo(value),
                                compared(path, value, sign -> sign == 0));
                    case 1 ->
                        new Case(
                                path + " <> " + value,
                                attribute(path).notEqualTo(value),
                                compared(path, value, sign -> sign != 0));
                    case 2 ->
                        new Case(
                                path + " > " + value,
                                attribute(path).greaterThan(value),
                                compared(path, value, sign -> sign > 0));
                    case 3 ->
                        new Case(
                                path + " <= " + value,
                                attribute(path).lessThanEqual(value),
                                compared(path, value, sign -> sign <= 0));
                    case 4 ->
                        new Case(
                                path + " between " + value + " " + other,
                                attribute(path).between(value, other),
                                some(
                                        path,
                                        each -> ((Number) each).intValue() >= value
                                                && ((Number) each).intValue() <= other));
                    case 5 ->
                        new Case(path + " is null", attribute(path).isNull(), row -> values(row, path)
                                .contains(null));
                    case 6 -> new Case(path + " not null", attribute(path).notNull(), some(path, each -> true));
                    default ->
                        new Case(
                                "{" + path + ": {$gte: " + value + ", $lt: " + other + "}}",
                                Criteria.of(Map.of(path, Map.of("$gte", value, "$lt", other))),
                                some(
                                        path,
                                        each -> ((Number) each).intValue() >= value
                                                && ((Number) each).intValue() < other));
                });
        return Arbitraries.oneOf(one, aboutList(path, number.injectNull(0.2)));
    }

    private static Predicate<Map<String, Object>> compared(String path, int value, Predicate<Integer> sign) {
        return some(path, each -> sign.test(Integer.compare(((Number) each).intValue(), value)));
    }

    private static Arbitrary<Case> calculated() {
        return Arbitraries.integers()
                .between(-2, 6)
                .map(value -> new Case(
                        "stock * price > " + value,
                        attribute("stock").times("price").greaterThan(value),
                        row -> row.get("price") != null
                                && (Integer) row.get("stock") * ((BigDecimal) row.get("price")).intValue() > value));
    }

    private static Arbitrary<Case> againstAttribute() {
        return Arbitraries.of(
                new Case(
                        "stock < price",
                        attribute("stock").lessThan(attribute("price")),
                        row -> row.get("price") != null
                                && (Integer) row.get("stock") < ((BigDecimal) row.get("price")).intValue()),
                new Case(
                        "title = author.country",
                        attribute("title").equalTo(attribute("author.country")),
                        row -> row.get("title").equals(((Map<?, ?>) row.get("author")).get("country"))),
                new Case(
                        "category.name <> title",
                        attribute("category.name").notEqualTo(attribute("title")),
                        row -> row.get("category") instanceof Map<?, ?> category
                                && !category.get("name").equals(row.get("title"))));
    }

    private static Arbitrary<Case> aboutRelationship() {
        return Arbitraries.of("category", "reviews", "tags")
                .flatMap(path -> Arbitraries.of(true, false).map(present -> {
                    Predicate<Map<String, Object>> there =
                            row -> !values(row, path).isEmpty()
                                    && values(row, path).stream().anyMatch(Objects::nonNull);
                    return present
                            ? new Case(path + " present", attribute(path).notNull(), there)
                            : new Case(path + " absent", attribute(path).isNull(), there.negate());
                }));
    }

    private static Arbitrary<Case> aboutGenre() {
        return Combinators.combine(Arbitraries.of(Book.Genre.class), Arbitraries.of(true, false))
                .as((genre, equal) -> equal
                        ? new Case("genre = " + genre, attribute("genre").equalTo(genre), some("genre", genre::equals))
                        : new Case(
                                "genre ne " + genre,
                                attribute("genre").notEqualTo(genre.name()),
                                some("genre", each -> each != genre)));
    }

    private static Arbitrary<Case> aboutDate() {
        return Arbitraries.integers()
                .between(1999, 2004)
                .map(year -> new Case(
                        "published >= " + year,
                        attribute("published").greaterThanEqual(year + "-01-01"),
                        some("published", each -> ((LocalDate) each).getYear() >= year)));
    }

    private static Arbitrary<Case> ofReview(int depth) {
        return nested(Arbitraries.oneOf(aboutNumber("rating"), aboutText("text")), depth);
    }

    private static Arbitrary<Case> ofAuthor(int depth) {
        Arbitrary<Case> own = Arbitraries.oneOf(aboutText("name"), aboutText("country"));
        return nested(depth == 0 ? own : Arbitraries.oneOf(own, relatedTo("books", ofBook(depth - 1))), depth);
    }

    private static Arbitrary<Case> ofBook(int depth) {
        List<Arbitrary<Case>> simple = new ArrayList<>(List.of(
                aboutText("title"),
                aboutNumber("stock"),
                aboutNumber("price"),
                aboutGenre(),
                aboutDate(),
                calculated(),
                againstAttribute(),
                aboutRelationship(),
                aboutText("author.country"),
                aboutText("category.name"),
                aboutText("reviews.text"),
                aboutNumber("reviews.rating"),
                aboutText("tags.name"),
                aboutText("author.books.title"),
                aboutNumber("author.books.reviews.rating")));
        if (depth > 0) {
            simple.add(relatedTo("reviews", ofReview(depth - 1)));
            simple.add(relatedTo("author", ofAuthor(depth - 1)));
            simple.add(relatedTo("category", nested(aboutText("name"), depth - 1)));
            simple.add(relatedTo("tags", nested(aboutText("name"), depth - 1)));
        }
        return nested(Arbitraries.oneOf(simple), depth);
    }

    private static Arbitrary<Case> relatedTo(String path, Arbitrary<Case> inner) {
        return inner.map(
                each -> new Case(path + "[" + each + "]", related(path, each.condition()), someRow(path, each.met())));
    }

    private static Arbitrary<Case> nested(Arbitrary<Case> simple, int depth) {
        if (depth == 0) {
            return simple;
        }
        Arbitrary<Case> below = nested(simple, depth - 1);
        Arbitrary<Case> opposite = below.map(each ->
                new Case("not(" + each + ")", not(each.condition()), each.met().negate()));
        Arbitrary<Case> both = below.list()
                .ofMaxSize(3)
                .map(several -> new Case(
                        "all" + several,
                        all(several.stream().map(Case::condition).toList()),
                        row -> several.stream().allMatch(each -> each.met().test(row))));
        Arbitrary<Case> either = below.list()
                .ofMaxSize(3)
                .map(several -> new Case(
                        "any" + several,
                        any(several.stream().map(Case::condition).toList()),
                        row -> several.stream().anyMatch(each -> each.met().test(row))));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, simple),
                net.jqwik.api.Tuple.of(2, opposite),
                net.jqwik.api.Tuple.of(1, both),
                net.jqwik.api.Tuple.of(1, either));
    }

    @Provide
    Arbitrary<List<Case>> conditions() {
        return ofBook(3).list().ofSize(12);
    }

    // The law

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void condition_selectsWhatTheMatcherSelects(
            @ForAll("rows") List<Map<String, Object>> rows, @ForAll("conditions") List<Case> conditions) {
        for (Database database : Database.values()) {
            Library library = Library.on(database);
            library.empty();
            insert(library, rows);
            for (Case each : conditions) {
                List<String> expected = rows.stream()
                        .filter(each.met())
                        .map(row -> (String) row.get("isbn"))
                        .toList();
                List<String> found = library
                        .easy
                        .blocking(Book.class)
                        .select(each.condition())
                        .orderBy("isbn")
                        .withoutRelated()
                        .list()
                        .stream()
                        .map(Book::getIsbn)
                        .toList();
                assertThat(found).as(database + ": " + each + " on " + rows).isEqualTo(expected);
            }
        }
    }

    private static void insert(Library library, List<Map<String, Object>> rows) {
        for (Map<String, Object> row : rows) {
            Map<String, Object> values = new LinkedHashMap<>(row);
            Map<Object, Object> author = new LinkedHashMap<>((Map<?, ?>) row.get("author"));
            author.remove("books");
            author.put("email", "author" + System.identityHashCode(row.get("author")));
            values.put("author", author);
            if (row.get("category") != null) {
                Map<Object, Object> category = new LinkedHashMap<>((Map<?, ?>) row.get("category"));
                category.remove("parent");
                values.put("category", category);
            }
            values.values().removeIf(Objects::isNull);
            library.easy.blocking(Book.class).insertMap(values);
        }
    }
}
