package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.junit.jupiter.api.Test;

/** The whole text of every problem of the package; the file beside it is what users read. */
class ProblemsTest {

    private static Stream<Object> all() {
        return Stream.of(
                Problems.modelDiffers("safe  AddColumn BOOK.SUBTITLE\nsafe  CreateTable REVIEW"),
                Problems.gate("0001_x", List.of("expected a", "found b")),
                Problems.gateUnreadable("0001_x", new IOException()),
                Problems.noConnectionSource(),
                Problems.noModel(),
                Problems.notConnected(new IOException()),
                Problems.unknownDatabase("MySQL"),
                Problems.lockedFor(Duration.ofMinutes(5), null),
                Problems.lockedFor(Duration.ofMinutes(5), "node-7"),
                Problems.guarded(
                        "aaaaaaaaaaaa-03 AddNotNull BOOK.ISBN", "Table BOOK has rows.", 2, 5, new IOException()),
                Problems.failed("aaaaaaaaaaaa-03 AddCheck BOOK.CK", "42601", 2, 5, new IOException()),
                Problems.failed("aaaaaaaaaaaa-03 AddCheck BOOK.CK", null, 2, 5, new IOException()),
                Problems.changedAfterwards(new IOException()),
                Problems.downgradeDoesNotFit("0002_y", "BOOK.ISBN", "STRING(13)"),
                Problems.downgradeStaysCut("0002_y", "BOOK.SOLD_AT"),
                Problems.downgradeLoses("0002_y", "BOOK.SUBTITLE", "the values"),
                Problems.downgradeCannotRestore("0002_y", "BOOK.PAGES"),
                Problems.javaInSql("com.shop.FullNames"),
                Problems.noMessage(),
                Problems.wrongCount("downgrade -x"),
                Problems.unexpected(new IOException()),
                Problems.placeholder("BOOK.TITLE"),
                Problems.indexLeftOut("BOOK.IX_TITLE", List.of("over an expression", "over a part of the rows"), false),
                Problems.indexLeftOut("BOOK.IX_TITLE", List.of("of the method gin"), true),
                Problems.noOffset("BOOK.SOLD_AT"),
                Problems.fewerDigits("BOOK.ATOMS", "DECIMAL(31, 0)"),
                Problems.longText("BOOK.TEXT"),
                Problems.nativeType("BOOK.DETAILS", "JSONB"),
                Problems.tooManyColumns(
                        "BOOK", 1601, List.of("Derby manages at most 1011", "PostgreSQL manages at most 1600")));
    }

    @Test
    void texts_ofAllProblems_areTheOnesThatUsersKnow() throws IOException {
        String text = all().map(ProblemsTest::text).collect(Collectors.joining("\n", "", "\n"));
        try (var golden = getClass().getResourceAsStream("problems.txt")) {
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void codes_areAllTested_andEachBelongsToOneProblem() {
        Set<String> codes = all().map(ProblemsTest::text)
                .map(text -> text.substring(0, 7))
                .collect(Collectors.toCollection(TreeSet::new));
        long makers = Arrays.stream(Problems.class.getDeclaredMethods())
                .filter(method -> !method.isSynthetic()
                        && !Set.of("refused", "lowerFirst").contains(method.getName()))
                .count();
        assertThat(codes).hasSize((int) makers);
    }

    private static String text(Object problem) {
        return problem instanceof EasyModelException failure ? failure.getMessage() : ((Problem) problem).toString();
    }
}
