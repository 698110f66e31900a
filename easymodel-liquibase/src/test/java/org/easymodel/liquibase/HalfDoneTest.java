package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a database leaves behind when a statement is cut off goes; whatever else there is stays. */
class HalfDoneTest {

    private static void clear(TestDatabase database, Dialect dialect, String sql) throws SQLException {
        try (Connection connection = database.source().open()) {
            HalfDone.clear(connection, dialect, sql);
        }
    }

    @Test
    void postgresql_onlyTheInvalidIndexGoes() throws SQLException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.POSTGRESQL);
        database.run(
                "CREATE TABLE BOOK (ID INT, ISBN INT)",
                "CREATE INDEX IX_ID ON BOOK (ID)",
                "CREATE INDEX IX_ISBN ON BOOK (ISBN)",
                "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'ix_isbn'::regclass");
        clear(database, Dialect.POSTGRESQL, "CREATE INDEX CONCURRENTLY IX_ID ON BOOK (ID)");
        clear(database, Dialect.POSTGRESQL, "CREATE INDEX IX_ISBN ON BOOK (ISBN)");
        assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'book' ORDER BY 1"))
                .containsExactly("ix_id", "ix_isbn");
        clear(database, Dialect.POSTGRESQL, "CREATE UNIQUE INDEX CONCURRENTLY ix_isbn ON BOOK (ISBN)");
        assertThat(database.query("SELECT indexname FROM pg_indexes WHERE tablename = 'book' ORDER BY 1"))
                .containsExactly("ix_id");
    }

    @Test
    void h2_theCopyGoes_orBecomesTheTableThatIsGone() throws SQLException {
        TestDatabase database = TestDatabase.fresh(TestDatabase.Kind.H2);
        database.run(
                "CREATE TABLE BOOK (ID INT)",
                "CREATE TABLE BOOK_COPY_3_2 (ID INT)",
                "CREATE TABLE SHELF_COPY_4_0 (ID INT)",
                "CREATE TABLE BOOK_COPY (ID INT)");
        clear(database, Dialect.H2, "ALTER TABLE PUBLIC.BOOK ADD PAGES INT");
        clear(database, Dialect.H2, "ALTER TABLE PUBLIC.SHELF ADD ROOM INT");
        assertThat(database.query("SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'PUBLIC'"
                        + " ORDER BY 1"))
                .containsExactly("BOOK", "BOOK_COPY", "SHELF");
    }
}
