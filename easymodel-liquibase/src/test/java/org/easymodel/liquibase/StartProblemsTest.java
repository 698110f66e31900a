package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.MigrationException;
import org.easymodel.failure.Problem;
import org.junit.jupiter.api.Test;

/** The whole text of every problem of a start; the file beside it is what users read. */
class StartProblemsTest {

    private static Stream<Object> all() {
        MigrationException loss = new MigrationException(Problems.downgradeLoses("0002_y", "BOOKING", "the rows"));
        return Stream.of(
                StartProblems.unknownMode("shop", "sometimes"),
                StartProblems.wrongDuration("shop", "soon"),
                StartProblems.behind("shop", List.of("0001_x", "0002_y")),
                StartProblems.modelDiffers("shop", "safe  AddColumn BOOK.SUBTITLE"),
                StartProblems.noConnectionWithin(Duration.ofSeconds(40), new IOException()),
                StartProblems.poolTooSmall(new IOException()),
                StartProblems.notEmpty(List.of("BOOK", "REVIEW"), 2),
                StartProblems.notEmpty(List.of("BOOK", "REVIEW"), 7),
                StartProblems.notAutomatic(
                        "shop",
                        List.of(Problems.placeholder("BOOK.TITLE")).stream()
                                .map(each -> each.problems().get(0))
                                .toList()),
                StartProblems.diverged("shop", List.of("0002_y"), loss),
                StartProblems.inUse("aaaaaaaaaaaa-03 AddCheck BOOK.CK", 2, 5, new IOException()),
                StartProblems.begunOtherwise("aaaaaaaaaaaa-03", "its text is another"),
                StartProblems.begunOtherwise("aaaaaaaaaaaa-03", "it is to go the other way"));
    }

    @Test
    void texts_ofAllProblems_areTheOnesThatUsersKnow() throws IOException {
        String text = all().map(each ->
                        each instanceof EasyModelException failure ? failure.getMessage() : ((Problem) each).toString())
                .collect(Collectors.joining("\n", "", "\n"));
        try (var golden = getClass().getResourceAsStream("start-problems.txt")) {
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
