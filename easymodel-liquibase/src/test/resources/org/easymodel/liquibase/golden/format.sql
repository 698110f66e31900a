--liquibase formatted sql logicalFilePath:easymodel/effc3d2453b4

-- # Second -- & <more>
-- #
-- # Revision 0002_effc3d2453b4_second_more
-- # Follows 89e50ac1ea54.
-- #
-- # safe  CreateSequence BOOK_SEQ
-- # safe  AddColumn BOOK.KIND
-- # safe  AddColumn BOOK.PAGES
-- # lock  FillColumn BOOK.PAGES                 EM105 every row gets a value for the new column, then is checked
-- # safe  SetTableComment AUTHOR
-- # lock  AddNotNull BOOK.TITLE                 EM104 every row is checked for a value; data-dependent
-- # lock  AddNotNull BOOK.PAGES                 EM105 every row gets a value for the new column, then is checked; data-dependent
-- # lock  AddUniqueKey BOOK.UK_BOOK_TITLE_KIND  EM109 every row is compared; rows with equal values stop it; data-dependent
-- # lock  CreateIndex BOOK.DX_LOWER             EM111 writers wait while the index is built
-- # lock  AddCheck BOOK.CK_KIND                 EM112 every row is checked; rows outside stop it; data-dependent
-- #
-- # Warning: EM-3067 BOOK.DX_LOWER: it is an index over an expression and over a part of the rows, which only PostgreSQL has; it is left out on Derby and H2.

--changeset easymodel:effc3d2453b4-01 dbms:derby stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: CreateSequence BOOK_SEQ
CREATE SEQUENCE BOOK_SEQ AS BIGINT START WITH 1 INCREMENT BY 50
--rollback DROP SEQUENCE BOOK_SEQ RESTRICT

--changeset easymodel:effc3d2453b4-01 dbms:h2,postgresql stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: CreateSequence BOOK_SEQ
CREATE SEQUENCE BOOK_SEQ AS BIGINT START WITH 1 INCREMENT BY 50
--rollback DROP SEQUENCE BOOK_SEQ

--changeset easymodel:effc3d2453b4-02 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddColumn BOOK.KIND
ALTER TABLE BOOK ADD COLUMN KIND VARCHAR(20) DEFAULT 'it''s <b> & "c"; -- d'
--rollback ALTER TABLE BOOK DROP COLUMN KIND

--changeset easymodel:effc3d2453b4-03 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddColumn BOOK.PAGES
ALTER TABLE BOOK ADD COLUMN PAGES INTEGER
--rollback ALTER TABLE BOOK DROP COLUMN PAGES

--changeset easymodel:effc3d2453b4-04 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: FillColumn BOOK.PAGES
UPDATE BOOK SET PAGES = 0 WHERE PAGES IS NULL
--rollback empty

--changeset easymodel:effc3d2453b4-05 dbms:derby stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: SetTableComment AUTHOR
VALUES (1)
--rollback empty

--changeset easymodel:effc3d2453b4-05 dbms:h2,postgresql stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: SetTableComment AUTHOR
COMMENT ON TABLE AUTHOR IS 'who & "why" <it''s>; --rollback {1}, [x]'
--rollback COMMENT ON TABLE AUTHOR IS NULL

--changeset easymodel:effc3d2453b4-06 dbms:derby stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddNotNull BOOK.TITLE
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows in which TITLE is empty. Give them a value, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM BOOK WHERE TITLE IS NULL
ALTER TABLE BOOK ALTER COLUMN TITLE NOT NULL
--rollback ALTER TABLE BOOK ALTER COLUMN TITLE NULL

--changeset easymodel:effc3d2453b4-06 dbms:h2,postgresql stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddNotNull BOOK.TITLE
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows in which TITLE is empty. Give them a value, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM BOOK WHERE TITLE IS NULL
ALTER TABLE BOOK ALTER COLUMN TITLE SET NOT NULL
--rollback ALTER TABLE BOOK ALTER COLUMN TITLE DROP NOT NULL

--changeset easymodel:effc3d2453b4-07 dbms:derby stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddNotNull BOOK.PAGES
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows in which PAGES is empty. Give them a value, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM BOOK WHERE PAGES IS NULL
ALTER TABLE BOOK ALTER COLUMN PAGES NOT NULL
--rollback ALTER TABLE BOOK ALTER COLUMN PAGES NULL

--changeset easymodel:effc3d2453b4-07 dbms:h2,postgresql stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddNotNull BOOK.PAGES
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows in which PAGES is empty. Give them a value, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM BOOK WHERE PAGES IS NULL
ALTER TABLE BOOK ALTER COLUMN PAGES SET NOT NULL
--rollback ALTER TABLE BOOK ALTER COLUMN PAGES DROP NOT NULL

--changeset easymodel:effc3d2453b4-08 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddUniqueKey BOOK.UK_BOOK_TITLE_KIND
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows that are equal in TITLE, KIND. Make them distinct, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM (SELECT TITLE, KIND FROM BOOK WHERE TITLE IS NOT NULL AND KIND IS NOT NULL GROUP BY TITLE, KIND HAVING COUNT(*) > 1) DOUBLES
ALTER TABLE BOOK ADD CONSTRAINT UK_BOOK_TITLE_KIND UNIQUE (TITLE, KIND)
--rollback ALTER TABLE BOOK DROP CONSTRAINT UK_BOOK_TITLE_KIND

--changeset easymodel:effc3d2453b4-09 dbms:derby,h2 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: CreateIndex BOOK.DX_LOWER
VALUES (1)
--rollback empty

--changeset easymodel:effc3d2453b4-09 dbms:postgresql stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: CreateIndex BOOK.DX_LOWER
CREATE INDEX DX_LOWER ON BOOK ((lower(TITLE))) WHERE KIND = 'x'
--rollback DROP INDEX DX_LOWER

--changeset easymodel:effc3d2453b4-10 stripComments:false rollbackSplitStatements:false splitStatements:false
--comment: AddCheck BOOK.CK_KIND
--preconditions onFail:HALT onFailMessage:"Table BOOK has rows that the check CK_KIND forbids. Correct them, then upgrade again."
--precondition-sql-check expectedResult:0 SELECT COUNT(*) FROM BOOK WHERE NOT (KIND <> 'a & b' AND PAGES < 10000)
ALTER TABLE BOOK ADD CONSTRAINT CK_KIND CHECK (KIND <> 'a & b' AND PAGES < 10000)
--rollback ALTER TABLE BOOK DROP CONSTRAINT CK_KIND
