package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.migrate.Shop.check;
import static org.easymodel.migrate.Shop.index;
import static org.easymodel.migrate.Shop.indexOf;
import static org.easymodel.migrate.Shop.model;
import static org.easymodel.migrate.Shop.number;
import static org.easymodel.migrate.Shop.of;
import static org.easymodel.migrate.Shop.row;
import static org.easymodel.migrate.Shop.table;
import static org.easymodel.migrate.Shop.text;
import static org.easymodel.migrate.Shop.unique;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.easymodel.migrate.RevisionOptions;
import org.easymodel.migrate.Shop;
import org.easymodel.schema.ForeignKey;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.SchemaModel;
import org.easymodel.schema.Sequence;
import org.easymodel.schema.Table;
import org.easymodel.schema.TableName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables in schemas of their own: made where they are missing, never dropped, and the history stays where it is. */
class SchemasTest {

    @TempDir
    Path revisions;

    private static Table in(String schema, Table table) {
        return table.withName(name(schema, table.name().name().sql()));
    }

    private static TableName name(String schema, String table) {
        return new TableName(Optional.of(Identifier.of(schema)), Identifier.of(table));
    }

    private MigrationManager manager(SchemaModel model, ConnectionSource source) {
        return MigrationManager.of(model, revisions).withConnections(source);
    }

    private static Table order() {
        return in("app", of(table("CUST_ORDER", number("CUST")), index(indexOf("IX_CUST", "CUST DESC"))))
                .withForeignKeys(List.of(new ForeignKey(
                        Identifier.of("FK_CUST"),
                        List.of(Identifier.of("ID")),
                        name("\"Sales\"", "CUST"),
                        List.of(Identifier.of("ID")),
                        ForeignKey.OnDelete.CASCADE)));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void upgrade_missingSchemas_areMadeAndStay(TestDatabase.Kind kind) {
        TestDatabase database = TestDatabase.fresh(kind);
        SchemaModel first = SchemaModel.of(
                List.of(
                        table("PLAIN"),
                        in("\"Sales\"", of(table("CUST", text("NAME", 20)), unique("NAME"), check("CK", "NAME <> ''"))),
                        order()),
                List.of(new Sequence(Optional.of(Identifier.of("ids")), Identifier.of("CUST_SEQ"), 1, 50)));
        MigrationManager manager = manager(first, database.source());
        manager.revision("Schemas");
        manager.upgrade();
        database.run(
                "INSERT INTO \"Sales\".CUST (ID, NAME) VALUES (1, 'x')", "INSERT INTO APP.CUST_ORDER (ID) VALUES (1)");
        assertThat(schemas(database)).contains("APP", "IDS", "Sales");
        assertThat(database.query("SELECT COUNT(*) FROM DATABASECHANGELOGLOCK")).containsExactly("1");
        assertThat(manager.upgrade().isEmpty()).isTrue();

        SchemaModel second = SchemaModel.of(
                List.of(
                        table("PLAIN"),
                        in("\"Sales\"", of(table("CUST", text("NAME", 20)), unique("NAME"), check("CK", "NAME <> ''"))),
                        order(),
                        in("app", table("MORE")),
                        in("app", Shop.generators("IDS")).withGeneratorRows(List.of(row("ONE", 5)))),
                first.sequences());
        MigrationManager later = manager(second, database.source());
        later.revision("More");
        later.upgrade();
        assertThat(database.query("SELECT NAME, COUNTED FROM APP.IDS")).containsExactly("ONE|5");
        later.downgrade("-1");
        later.downgradeAcceptingLoss("base");
        assertThat(schemas(database)).contains("APP", "IDS", "Sales");
        later.upgrade();
        assertThat(later.current()).hasSize(2);
    }

    private static List<String> schemas(TestDatabase database) {
        String sql =
                switch (database.kind()) {
                    case DERBY -> "SELECT SCHEMANAME FROM SYS.SYSSCHEMAS";
                    case H2 -> "SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA";
                    case POSTGRESQL -> "SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg%'";
                };
        return database.query(sql).stream()
                .map(name -> name.equals("Sales") ? name : name.toUpperCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void revision_schema_isMadeByTheFirstChangeThatNeedsIt() {
        String changelog = MigrationManager.of(model(in("app", table("ONE")), in("app", table("TWO"))), revisions)
                .revision("Schemas")
                .revision()
                .orElseThrow()
                .changelog();
        assertThat(changelog).contains("""
                      comment: CreateTable APP.ONE
                      changes:
                        - sql:
                            dbms: h2
                            splitStatements: false
                            sql: CREATE SCHEMA IF NOT EXISTS APP
                        - sql:
                            dbms: postgresql
                            splitStatements: false
                            sql: 'DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = ''app'') THEN CREATE SCHEMA APP; END IF; END $$'
                        - sql:
                            splitStatements: false
                            sql: CREATE TABLE APP.ONE (ID BIGINT NOT NULL, CONSTRAINT PK_ONE PRIMARY KEY (ID))
                      rollback:
                        - sql:
                            splitStatements: false
                            sql: DROP TABLE APP.ONE
                """);
        assertThat(changelog.split("CREATE SCHEMA", -1)).hasSize(3);
        String later = MigrationManager.of(
                        model(in("app", table("ONE")), in("app", table("TWO")), in("app", table("X", text("T", 5)))),
                        revisions)
                .revision("More", RevisionOptions.none())
                .revision()
                .orElseThrow()
                .changelog();
        assertThat(later).doesNotContain("SCHEMA");
    }

    /** Who made the schema for the application may have kept the right to make others. */
    @Test
    void upgrade_schemaThatIsThere_needsNoRightToMakeOne() {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        database.run(
                "CREATE ROLE tenant LOGIN",
                "CREATE SCHEMA app AUTHORIZATION tenant",
                "GRANT CREATE ON SCHEMA public TO tenant");
        ConnectionSource tenant =
                ConnectionSource.of(database.url().replace("user=postgres", "user=tenant"), null, null);
        MigrationManager manager = manager(model(in("app", table("ONE"))), tenant);
        manager.revision("Schema");
        manager.upgrade();
        assertThat(database.query("SELECT tableowner FROM pg_tables WHERE tablename = 'one'"))
                .containsExactly("tenant");
        manager.downgrade("base");
        database.run("DROP OWNED BY tenant", "DROP ROLE tenant");
    }
}
