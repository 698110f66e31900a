package org.easymodel.contract.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.easymodel.query.Conditions.attribute;
import static org.easymodel.query.Conditions.increment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.library.Author;
import org.easymodel.contract.repository.library.Book;
import org.easymodel.failure.ConstraintViolatedException;
import org.easymodel.failure.DatabaseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** No value stands in a statement, also where the statement computes. */
@ParameterizedClass
@EnumSource(Database.class)
class BoundValuesTest {

    @Parameter
    private Database database;

    private Library library;
    private BlockingRepository<Book> books;

    @BeforeEach
    void fill() {
        library = Library.on(database);
        library.empty();
        books = library.easy.blocking(Book.class);
        Author author = library.easy.blocking(Author.class).insertMap(Map.of("name", "Ann"));
        for (int i = 0; i < 4; i++) {
            books.insertMap(Map.of(
                    "title", "Title" + i, "isbn", "i" + i, "stock", i * 1000, "price", i, "authorId", author.getId()));
        }
        library.tap.reset();
    }

    @Test
    void numbers_keepTheirDigits_whereTheyAreBound() {
        assertThat(books.count(attribute("stock").plus(1).greaterThan(new BigDecimal("1000.5"))))
                .isEqualTo(3);
        assertThat(books.count(attribute("stock").times(new BigDecimal("0.001")).equalTo(2)))
                .isOne();
        assertThat(books.count(attribute("price").times(new BigDecimal("1.005")).equalTo(new BigDecimal("2.01"))))
                .isOne();
        assertThat(books.count(
                        attribute("price").times(new BigDecimal("1.0015")).greaterThan(new BigDecimal("3.0044"))))
                .isOne();
        assertThat(books.count(attribute("price").times(0.5).equalTo(1.5))).isOne();
        assertThat(books.count(attribute("stock").minus(5_000_000_000L).lessThan(-4_999_999_000L)))
                .isOne();
    }

    @Test
    void wholeNumbers_areCalculatedAsLong() {
        books.updateWhere(Map.of("isbn", "i3"), Map.of("stock", 2_000_000_000));
        Map<String, Object> large = Map.of("isbn", "i3");
        assertThat(books.select(large).sum(attribute("stock").times(2))).isEqualTo(4_000_000_000L);
        assertThat(books.select(large).sum(attribute("stock").plus(attribute("stock"))))
                .isEqualTo(4_000_000_000L);
        assertThat(books.select(large).sum(attribute("stock").times("stock"))).isEqualTo(4_000_000_000_000_000_000L);
        assertThat(books.select(large).avg(attribute("stock").times(2))).contains(4_000_000_000.0);
        assertThat(books.select()
                        .groupBy("isbn")
                        .max(attribute("stock").times(2), "most")
                        .having(attribute("most").plus(attribute("most")).greaterThan(7_000_000_000L))
                        .list())
                .extracting(row -> row.get("most"))
                .containsExactly(4_000_000_000L);
        assertThat(books.select()
                        .groupBy("isbn")
                        .max("stock", "most")
                        .having(attribute("most").plus(attribute("most")).greaterThan(3_000_000_000L))
                        .list())
                .hasSize(1);
        assertThat(books.count(attribute("stock").plus(attribute("stock")).greaterThan(1)))
                .isEqualTo(3);
        assertThat(books.count(attribute("stock").times(2).equalTo(4_000_000_000L)))
                .isOne();
        assertThat(books.updateWhere(
                        large, Map.of("stock", attribute("stock").times(2).minus(attribute("stock")))))
                .isOne();
        assertThat(books.select(large).one().getStock()).isEqualTo(2_000_000_000);
    }

    @Test
    void whatIsTooLargeForLong_isTold_ofStatementsThatOnlyReadAsSuch() {
        books.updateWhere(Map.of("isbn", List.of("i1", "i2", "i3")), Map.of("stock", 2_000_000_000));
        Map<String, Object> large = Map.of("isbn", List.of("i1", "i2", "i3"));
        List<ThrowingCallable> calls = List.of(
                () -> books.select(large).sum(attribute("stock").times("stock")),
                () -> books.select(large).sum(attribute("stock").times("stock").times(3)),
                () -> books.count(attribute("stock").times("stock").times(3).greaterThan(1)));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call)
                    .isInstanceOfSatisfying(
                            DatabaseException.class, e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.VALUE))
                    .hasMessageContaining("EM-2263")
                    .hasMessageNotContaining("written");
        }
        assertThatThrownBy(() -> books.updateWhere(
                        large, Map.of("stock", attribute("stock").times(2))))
                .isInstanceOf(ConstraintViolatedException.class)
                .hasMessageContaining("EM-2130")
                .hasMessageContaining("Nothing was written");
    }

    @Test
    void values_areBound_whereTheStatementComputes() {
        Map<String, Supplier<Object>> statements = new LinkedHashMap<>();
        statements.put(
                "sum in a comparison",
                () -> books.count(attribute("stock").plus(4711).greaterThan(6711)));
        statements.put(
                "product", () -> books.count(attribute("price").times(4711).greaterThan(4711)));
        statements.put(
                "columns and a value",
                () -> books.count(attribute("price").times("stock").plus(4711).greaterThan(6711)));
        statements.put(
                "compared with a calculation",
                () -> books.count(
                        attribute("stock").greaterThan(attribute("price").times(4711))));
        statements.put(
                "between", () -> books.count(attribute("stock").minus(4711).between(-4711, 0)));
        statements.put(
                "ignoring case",
                () -> books.count(attribute("title").ignoreCase().equalTo("TITLE4711")));
        statements.put(
                "pattern ignoring case", () -> books.count(attribute("title").ilike("TITLE4711*")));
        statements.put(
                "list ignoring case",
                () -> books.count(attribute("title").ignoreCase().in("TITLE4711", "title1")));
        statements.put("increment", () -> books.updateWhere(Map.of("isbn", "i1"), Map.of("stock", increment(4711))));
        statements.put(
                "times",
                () -> books.updateWhere(
                        attribute("stock").plus(4711).lessThan(4712),
                        Map.of(
                                "price",
                                attribute("price").times(new BigDecimal("4711")).plus(4711))));
        statements.put(
                "product of columns",
                () -> books.updateWhere(
                        attribute("isbn").equalTo("i4711"),
                        Map.of("price", attribute("price").times("stock"))));
        statements.put("sum of calculations", () -> books.select()
                .sum(attribute("price").times(4711)));
        statements.put("groups of calculations", () -> books.select()
                .groupBy("author.name")
                .sum(attribute("price").times("stock").plus(4711), "worth")
                .having(attribute("worth").greaterThan(4711))
                .list());
        statements.put("average above", () -> books.select()
                .groupBy("authorId")
                .avg(attribute("stock").times(4711), "average")
                .having(attribute("average").times(4711).greaterThan(1.5))
                .list());
        statements.put(
                "delete", () -> books.deleteWhere(attribute("stock").plus(4711).equalTo(4711)));
        Map<String, List<String>> spliced = new LinkedHashMap<>();
        statements.forEach((name, statement) -> {
            library.tap.reset();
            assertThat(statement.get()).as(name).isNotNull();
            List<String> bad = library.tap.statements().stream()
                    .filter(sql -> sql.toUpperCase(java.util.Locale.ROOT).contains("4711") || sql.contains("1.5"))
                    .toList();
            if (!bad.isEmpty()) {
                spliced.put(name, bad);
            }
        });
        assertThat(spliced).isEmpty();
    }
}
