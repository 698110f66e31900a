package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.big;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.key;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Table;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every name must end up as the one that the application's SQL addresses. */
class NamesTest {

    /** Words that some database or Liquibase holds dear, reserved by PostgreSQL or not. */
    private static final List<String> WORDS = List.of(
            "USER",
            "ORDER",
            "GROUP",
            "TABLE",
            "SELECT",
            "WHERE",
            "LIMIT",
            "OFFSET",
            "SYSTEM_USER",
            "COLLATION",
            "CHECK",
            "PRIMARY",
            "REFERENCES",
            "DEFAULT",
            "WINDOW",
            "FETCH",
            "TO",
            "WITH",
            "ANALYSE",
            "DESC",
            "COLUMN",
            "LATERAL",
            "VALUE",
            "KEY",
            "INDEX",
            "METHOD",
            "CLASS",
            "FILE",
            "FILTER",
            "STATEMENT",
            "DAY",
            "YEAR",
            "HOUR",
            "NAME",
            "TYPE",
            "LEVEL",
            "COMMENT",
            "POSITION",
            "DATE",
            "TIME",
            "TEXT",
            "NUMBER",
            "RANK",
            "ROLE",
            "PASSWORD",
            "URL",
            "BEGIN",
            "CALL",
            "LANGUAGE",
            "OPEN",
            "CLOSE",
            "CURRENT",
            "VALUES",
            "INSERT",
            "UPDATE",
            "DELETE",
            "GRANT",
            "ROW",
            "ROWS",
            "RANGE",
            "INTERVAL",
            "MINUTE",
            "MONTH",
            "SET",
            "SESSION",
            "ACTION",
            "ADMIN",
            "COUNT",
            "SUM",
            "RESULT",
            "RESTRICT",
            "RELEASE",
            "SAVEPOINT",
            "TRANSACTION",
            "TRIGGER",
            "VIEW",
            "ABORT",
            "SCHEMA",
            "SEQUENCE",
            "LOCK",
            "DOMAIN",
            "ARRAY",
            "BLOB",
            "CLOB",
            "CHARACTER",
            "CONDITION",
            "DYNAMIC");

    @TempDir
    Path revisions;

    private static SchemaModel words() {
        List<Table> tables = new ArrayList<>();
        tables.add(table("EVERY_WORD", columns(true)));
        tables.add(table("OTHER_WORDS", columns(false)));
        WORDS.forEach(word -> tables.add(of(
                table(word, text("A", 10), text(word, 10), big("EVERY_ID")),
                unique("A"),
                index(word),
                key("EVERY_ID", "EVERY_WORD"))));
        return SchemaModel.of(tables, List.of());
    }

    private static Column[] columns(boolean reserved) {
        return WORDS.stream()
                .filter(word -> Identifier.of(word).delimited() == reserved)
                .map(word -> text(word, 10))
                .toArray(Column[]::new);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_reservedWords_areAddressedAsTheApplicationDoes(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel schema = words();
        MigrationManager manager = MigrationManager.of(schema, revisions).withConnections(database.source());
        manager.revision("Words");
        manager.upgrade();
        for (String word : WORDS) {
            String name = Identifier.of(word).sql();
            if (isPlainFor(kind, word)) {
                database.run("INSERT INTO " + name + " (ID, A, " + name + ") VALUES (1, 'a', 'b')");
            } else {
                String quoted = '"' + word + '"';
                database.run("INSERT INTO " + quoted + " (ID, A, " + quoted + ") VALUES (1, 'a', 'b')");
            }
        }
        assertThat(database.query("SELECT COUNT(*) FROM EVERY_WORD")).containsExactly("0");
        manager.downgradeAcceptingLoss("base");
        assertThat(database.schema()).isEmpty();
    }

    /** Whether an application can write the name without quotes: on PostgreSQL it does unless the word is reserved. */
    private static boolean isPlainFor(TestDatabase.Kind kind, String word) {
        return kind == TestDatabase.Kind.POSTGRESQL || Identifier.of(word).delimited();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_delimitedNames_keepTheirLetters(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = model(of(
                table("\"orderItem\"", text("\"userName\"", 20), number("PLAIN"), big("\"parentId\"")),
                unique("\"userName\""),
                index("PLAIN"),
                key("\"parentId\"", "\"orderItem\"")));
        SchemaModel second = model(of(
                table("\"orderItem\"", text("\"username\"", 20), number("PLAIN"), big("\"parentId\"")),
                unique("\"username\""),
                index("PLAIN"),
                key("\"parentId\"", "\"orderItem\"")));
        MigrationManager.of(first, revisions).withConnections(database.source()).revision("Delimited");
        MigrationManager manager = MigrationManager.of(second, revisions).withConnections(database.source());
        manager.upgrade();
        database.run("INSERT INTO \"orderItem\" (ID, \"userName\", PLAIN) VALUES (1, 'x', 3)");
        manager.revision("Another case", RevisionOptions.none().withRename("\"orderItem\".\"userName\"=\"username\""));
        manager.upgrade();
        assertThat(database.query("SELECT ID, \"username\", PLAIN FROM \"orderItem\""))
                .containsExactly("1|x|3");
        manager.downgrade("-1");
        assertThat(database.query("SELECT ID, \"userName\", PLAIN FROM \"orderItem\""))
                .containsExactly("1|x|3");
        manager.downgradeAcceptingLoss("base");
        assertThat(database.schema()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_otherSchema_isUsed(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        database.run("CREATE SCHEMA SALES");
        var name = new org.easymodel.schema.TableName(
                java.util.Optional.of(Identifier.of("SALES")), Identifier.of("INVOICE"));
        SchemaModel first = model(of(table("INVOICE", text("NOTE", 20)), unique("NOTE"), index("ID", "NOTE"))
                .withName(name));
        SchemaModel second =
                model(of(table("INVOICE", text("MEMO", 20), number("N")), unique("MEMO"), index("ID", "MEMO"))
                        .withName(name));
        MigrationManager.of(first, revisions).revision("Sales");
        MigrationManager manager = MigrationManager.of(second, revisions).withConnections(database.source());
        manager.upgrade();
        manager.revision("Memo", RevisionOptions.none().withRename("sales.invoice.note=memo"));
        manager.upgrade();
        database.run("INSERT INTO SALES.INVOICE (ID, MEMO, N) VALUES (1, 'x', 2)");
        manager.downgradeAcceptingLoss("-1");
        assertThat(database.query("SELECT ID, NOTE FROM SALES.INVOICE")).containsExactly("1|x");
        manager.downgradeAcceptingLoss("base");
        assertThat(Stream.of(database.schema()).flatMap(List::stream)).isEmpty();
    }
}
