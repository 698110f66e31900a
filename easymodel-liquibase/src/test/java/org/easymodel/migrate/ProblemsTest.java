package org.easymodel.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.failure.EasyModelException;
import org.easymodel.failure.Problem;
import org.easymodel.schema.Column;
import org.easymodel.schema.ColumnType;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;

/** The whole text of every problem of the package; the file beside it is what users read. */
class ProblemsTest {

    private static final TableName BOOK = TableName.of("BOOK");
    private static final Identifier TITLE = Identifier.of("TITLE");
    private static final Column NAME = Column.nullable("NAME", ColumnType.string(50));

    private static Stream<Object> all() {
        return Stream.of(
                Problems.noValueForNewColumn(BOOK, TITLE),
                Problems.typeChanged(
                        BOOK,
                        NAME,
                        Column.nullable("NAME", ColumnType.of(ColumnType.Kind.LOB_BIN)),
                        "no value of one is one of the other",
                        "Keep the type."),
                Problems.enumTypeChanged(BOOK, NAME, Column.nullable("NAME", ColumnType.of(ColumnType.Kind.INT32))),
                Problems.identityChanged(BOOK, TITLE, true),
                Problems.identityChanged(BOOK, TITLE, false),
                Problems.lossNotAccepted(
                        new RatedChange(new Change.DropColumn(BOOK, NAME), List.of(DangerRule.EM102), List.of()),
                        DangerRule.EM102,
                        "BOOK.NAME"),
                Problems.looksLikeRenamedColumn(BOOK, NAME, List.of(TITLE)),
                Problems.looksLikeRenamedColumn(BOOK, NAME, List.of(TITLE, Identifier.of("SUBTITLE"))),
                Problems.looksLikeRenamedTable(BOOK, List.of(TableName.of("VOLUME"))),
                Problems.renameFindsNothing("BOOK.X=Y"),
                Problems.renameLeadsNowhere("BOOK.NAME=Y", "column BOOK.Y"),
                Problems.renameTargetTaken("BOOK.NAME", "TITLE"),
                Problems.defaultFindsNothing("BOOK.X"),
                Problems.acceptFindsNothing("EM102:BOOK.X"),
                Problems.valueUnreadable(BOOK, TITLE, ColumnType.of(ColumnType.Kind.INT32)),
                Problems.nameStillTaken("PK_BOOK", Identifier.of("PK_BOOK"), BOOK),
                Problems.notExpressible("BOOK"),
                Problems.malformed("rename", "BOOK", "TABLE=NEW or TABLE.COLUMN=NEW"),
                Problems.staleName(BOOK, Identifier.of("CK_TITLE"), TITLE, Optional.of(NAME.name())),
                Problems.staleName(BOOK, Identifier.of("CK_TITLE"), TITLE, Optional.empty()),
                Problems.unlimitedInKey(
                        BOOK,
                        Identifier.of("UK_BOOK_NOTE"),
                        Column.nullable("NOTE", ColumnType.of(ColumnType.Kind.LOB_TEXT))),
                Problems.unreadable("0001_x/revision.json", "Expected a text at id", new IOException()),
                Problems.edited("0001_x"),
                Problems.missingParent("0002_y", "aaaaaaaaaaaa"),
                Problems.brokenChain("0002_y"),
                Problems.wrongResult("0002_y"),
                Problems.severalHeads(List.of("0002_y", "0002_z")),
                Problems.unknownRevision("0009", List.of("0001_x", "0002_y")),
                Problems.unknownRevision("0009", List.of()),
                Problems.ambiguousRevision("0002", List.of("0002_y", "0002_z")),
                Problems.notReadable("db", new IOException()),
                Problems.notWritable("db/0001_x", new IOException()),
                Problems.sameIndex(BOOK, Shop.indexOf("IX_TWO", "TITLE"), Shop.indexOf("IX_ONE", "TITLE")),
                Problems.twice("aaaaaaaaaaaa", List.of("0001_x", "0001_y")));
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
                .filter(method ->
                        !method.isSynthetic() && !Set.of("refused", "names").contains(method.getName()))
                .count();
        assertThat(codes).hasSize((int) makers);
    }

    private static String text(Object problem) {
        return problem instanceof EasyModelException failure ? failure.getMessage() : ((Problem) problem).toString();
    }
}
