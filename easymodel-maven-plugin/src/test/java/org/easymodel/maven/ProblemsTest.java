package org.easymodel.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
                Problems.noMessage(),
                Problems.noTarget(),
                Problems.noUrl(),
                Problems.severalUnits(List.of("crm", "shop")),
                Problems.notCompiled(Path.of("target/classes")),
                Problems.noScanner(new IOException()),
                Problems.scan(new IOException("EM-1042 Book: two attributes are called 'name'.")),
                Problems.noDriver("jdbc:postgresql"),
                Problems.notExplained(new IOException("EM-1045 Usr: there is no such entity.")));
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
                .filter(method -> !method.isSynthetic() && !Set.of("failed").contains(method.getName()))
                .count();
        assertThat(codes).hasSize((int) makers);
    }

    private static String text(Object problem) {
        return problem instanceof EasyModelException failure ? failure.getMessage() : ((Problem) problem).toString();
    }
}
