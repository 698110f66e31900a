package org.easymodel.contract.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents say of the code is so. */
class DocumentsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static final Pattern SOURCE = Pattern.compile("`([a-z-]+/src/main/java/[A-Za-z0-9/]+\\.java)`");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");
    private static final Pattern NAMED_TEST = Pattern.compile("`([A-Z]\\w*Test#\\w+)`");
    private static final Pattern TEST = Pattern.compile("@(?:Parameterized)?Test\\s+(?:@\\S+\\s+)*void (\\w+)\\(");
    private static final Pattern QUOTED_CODE = Pattern.compile("\"(EM-\\d{4})\"");

    @Test
    void walks_nameClasses_thatAreThere() throws IOException {
        List<String> named = matches(SOURCE, Files.readString(ROOT.resolve("docs/walks.md")));

        assertThat(named).hasSizeGreaterThan(20).allSatisfy(path -> assertThat(ROOT.resolve(path))
                .isRegularFile());
    }

    @Test
    void seeds_nameTests_thatAreThere() throws IOException {
        String document = Files.readString(ROOT.resolve("docs/seeds.md"));
        Set<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/src/test/java/.*Test\\.java"))
                    .toList()) {
                there.addAll(tests(file));
            }
        }

        assertThat(matches(NAMED_TEST, document)).hasSizeGreaterThan(100).isSubsetOf(there);
        assertThat(document.lines().filter(line -> line.startsWith("| ") && !line.startsWith("| section")))
                .allMatch(line -> line.startsWith("| ---") || line.contains("Test#") || line.contains("no example"));
    }

    @Test
    void seeds_everyTestOfTheirs_isNamed() throws IOException {
        List<String> named = matches(NAMED_TEST, Files.readString(ROOT.resolve("docs/seeds.md")));
        try (Stream<Path> files =
                Files.list(ROOT.resolve("contract-tests/src/test/java/org/easymodel/contract/seeds"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
                assertThat(tests(file)).isNotEmpty().isSubsetOf(named);
            }
        }
    }

    /** The tests of a file, each as {@code Class#method}. */
    private static List<String> tests(Path file) throws IOException {
        String type = file.getFileName().toString().replace(".java", "#");
        return matches(TEST, Files.readString(file)).stream().map(type::concat).toList();
    }

    @Test
    void links_leadToFiles() throws IOException {
        for (Path document : documents()) {
            assertThat(matches(LINK, Files.readString(document)))
                    .as(document.toString())
                    .allSatisfy(link ->
                            assertThat(document.getParent().resolve(link)).exists());
        }
    }

    @Test
    void messages_listEveryCode_once() throws IOException {
        List<String> listed = Files.readAllLines(ROOT.resolve("docs/messages.md")).stream()
                .filter(line -> line.startsWith("| EM-"))
                .map(line -> line.substring(2, 9))
                .toList();

        assertThat(listed).doesNotHaveDuplicates().isSorted();
        assertThat(new TreeSet<>(listed)).isEqualTo(codesOfTheCode());
    }

    @Test
    void testCommand_ofTheReadme_isThatOfTheContinuousIntegration() throws IOException {
        Matcher command = Pattern.compile("## Test it\\s+```\\s*(.+?)\\s*```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));

        assertThat(command.find()).isTrue();
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).endsWith("exec " + command.group(1) + "\n");
    }

    private static Set<String> codesOfTheCode() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/src/main/java/.*Problems\\.java"))
                    .toList()) {
                codes.addAll(matches(QUOTED_CODE, Files.readString(file)));
            }
        }
        assertThat(codes).isNotEmpty();
        return codes;
    }

    private static List<Path> documents() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).forEach(documents::add);
        }
        return documents;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
