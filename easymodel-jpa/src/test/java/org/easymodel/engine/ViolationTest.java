package org.easymodel.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "23505 | Unique index or primary key violation: \"PUBLIC.UK_BOOK_ISBN_INDEX_1 ON PUBLIC.BOOK(ISBN NULLS FIRST) VALUES ( /* 1 */ 'secret' )\"; SQL statement: | UNIQUE/BOOK/UK_BOOK_ISBN/[ISBN]",
                "23506 | Referential integrity constraint violation: \"FK_BOOK_AUTHOR: PUBLIC.BOOK FOREIGN KEY(AUTHOR_ID) REFERENCES PUBLIC.AUTHOR(ID) (CAST(99 AS BIGINT))\" | FOREIGN_KEY/BOOK/FK_BOOK_AUTHOR/[AUTHOR_ID]",
                "23502 | NULL not allowed for column \"NAME\"; SQL statement: | NOT_NULL///[NAME]",
                "23513 | Check constraint violation: \"CK_AGE: \"; SQL statement: | CHECK//CK_AGE/[]",
                "23505 | The statement was aborted because it would have caused a duplicate key value in a unique or primary key constraint or unique index identified by 'UK_X' defined on 'BOOK'. | UNIQUE/BOOK/UK_X/[]",
                "23503 | INSERT on table 'BOOK' caused a violation of foreign key constraint 'FK_X' for key (99).  The statement has been rolled back. | FOREIGN_KEY/BOOK/FK_X/[]",
                "23502 | Column 'NAME'  cannot accept a NULL value. | NOT_NULL///[NAME]",
                "23513 | The check constraint 'CK_X' was violated while performing an INSERT or UPDATE on table '\"APP\".\"BOOK\"'. | CHECK/BOOK/CK_X/[]",
                "23505 | ERROR: duplicate key value violates unique constraint \"uk_book\" Detail: Key (isbn, shop)=(secret, 1) already exists. | UNIQUE//uk_book/[isbn, shop]",
                "23503 | ERROR: insert or update on table \"book\" violates foreign key constraint \"fk_book\" | FOREIGN_KEY/book/fk_book/[]",
                "23502 | ERROR: null value in column \"name\" of relation \"author\" violates not-null constraint | NOT_NULL/author//[name]",
                "23514 | ERROR: new row for relation \"book\" violates check constraint \"ck_x\" | CHECK/book/ck_x/[]",
                "23505 | something else | UNIQUE///[]",
            })
    void read_messages_givesNamesWithoutValues(String state, String message, String expected) {
        Violation violation = Violation.read(new SQLException(message, state)).orElseThrow();
        assertThat(violation.kind() + "/" + violation.table() + "/" + violation.constraint() + "/"
                        + violation.columns())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"23000", "42000"})
    void read_otherStates_isEmpty(String state) {
        assertThat(Violation.read(new SQLException("x", state))).isEmpty();
    }
}
