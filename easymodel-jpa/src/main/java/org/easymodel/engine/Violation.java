package org.easymodel.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.failure.ConstraintViolatedException.Kind;

/**
 * What a database says about a violated constraint, read from its message without the values in it.
 *
 * @param table the table; empty if it is not told
 * @param constraint the constraint; empty if it is not told
 * @param columns the columns; none if they are not told
 */
record Violation(Kind kind, String table, String constraint, List<String> columns) {

    private static final Map<String, Kind> KINDS = Map.of(
            "23505", Kind.UNIQUE,
            "23503", Kind.FOREIGN_KEY,
            "23506", Kind.FOREIGN_KEY,
            "23504", Kind.FOREIGN_KEY,
            "23502", Kind.NOT_NULL,
            "23514", Kind.CHECK,
            "23513", Kind.CHECK);

    /** H2: {@code Unique index or primary key violation: "PUBLIC.UK ON PUBLIC.BOOK(ISBN NULLS FIRST) VALUES ..."}. */
    private static final Pattern H2_UNIQUE =
            Pattern.compile("violation: \"(?<constraint>.+?) ON (?<table>[^(]+)\\((?<columns>[^)]*)\\)");

    /** H2: {@code constraint violation: "FK: PUBLIC.BOOK FOREIGN KEY(AUTHOR_ID) REFERENCES PUBLIC.AUTHOR(ID) ..."}. */
    private static final Pattern H2_FOREIGN_KEY = Pattern.compile(
            "violation: \"(?<constraint>[^:]+): (?<table>.+?) FOREIGN KEY\\((?<columns>[^)]*)\\) REFERENCES");

    /** H2: {@code NULL not allowed for column "NAME"}. */
    private static final Pattern H2_NOT_NULL = Pattern.compile("NULL not allowed for column \"(?<columns>[^\"]+)\"");

    /** H2: {@code Check constraint violation: "CONSTRAINT_3: ..."}. */
    private static final Pattern H2_CHECK = Pattern.compile("Check constraint violation: \"(?<constraint>[^\":]+)");

    /** Derby: {@code unique constraint or unique index identified by 'UK' defined on 'BOOK'}. */
    private static final Pattern DERBY_UNIQUE =
            Pattern.compile("identified by '(?<constraint>[^']+)' defined on '(?<table>[^']+)'");

    /** Derby: {@code INSERT on table 'BOOK' caused a violation of foreign key constraint 'FK' for key}. */
    private static final Pattern DERBY_FOREIGN_KEY = Pattern.compile(
            "on table '(?<table>[^']+)' caused a violation of foreign key constraint '(?<constraint>[^']+)'");

    /** Derby: {@code Column 'NAME'  cannot accept a NULL value}. */
    private static final Pattern DERBY_NOT_NULL = Pattern.compile("Column '(?<columns>[^']+)'\\s+cannot accept a NULL");

    /** Derby: {@code The check constraint 'CK' was violated while performing an INSERT or UPDATE on table '"APP"."BOOK"'}. */
    private static final Pattern DERBY_CHECK =
            Pattern.compile("check constraint '(?<constraint>[^']+)' was violated .* on table '(?<table>[^']+)'");

    /** PostgreSQL: {@code insert or update on table "book" violates foreign key constraint "fk"}. */
    private static final Pattern POSTGRES_ON_TABLE = Pattern.compile(
            "(?:on table|new row for relation) \"(?<table>[^\"]+)\" violates \\w+(?: key)? constraint \"(?<constraint>[^\"]+)\"");

    /** PostgreSQL: {@code duplicate key value violates unique constraint "uk"}, then {@code Key (isbn)=}. */
    private static final Pattern POSTGRES_UNIQUE = Pattern.compile(
            "violates unique constraint \"(?<constraint>[^\"]+)\"(?:[\\s\\S]*?\\((?<columns>[^)]*)\\)=)?");

    /** PostgreSQL: {@code null value in column "name" of relation "author" violates not-null constraint}. */
    private static final Pattern POSTGRES_NOT_NULL =
            Pattern.compile("null value in column \"(?<columns>[^\"]+)\" of relation \"(?<table>[^\"]+)\"");

    private static final List<Pattern> FORMS = List.of(
            H2_FOREIGN_KEY,
            H2_UNIQUE,
            H2_NOT_NULL,
            H2_CHECK,
            DERBY_UNIQUE,
            DERBY_FOREIGN_KEY,
            DERBY_NOT_NULL,
            DERBY_CHECK,
            POSTGRES_ON_TABLE,
            POSTGRES_UNIQUE,
            POSTGRES_NOT_NULL);

    /** Empty if the state is that of no known kind of constraint. */
    static Optional<Violation> read(SQLException thrown) {
        String message = String.valueOf(thrown.getMessage());
        return Optional.ofNullable(KINDS.get(thrown.getSQLState())).map(kind -> FORMS.stream()
                .map(form -> form.matcher(message))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new Violation(
                        kind,
                        unqualified(group(found, "table")),
                        withoutIndexEnding(unqualified(group(found, "constraint"))),
                        columns(group(found, "columns"))))
                .orElseGet(() -> new Violation(kind, "", "", List.of())));
    }

    /** H2 names the index of a unique constraint: its name with an ending. */
    private static String withoutIndexEnding(String name) {
        return name.replaceFirst("_INDEX_[0-9A-F]+$", "");
    }

    private static String group(Matcher found, String name) {
        try {
            return found.group(name) == null ? "" : found.group(name);
        } catch (IllegalArgumentException noSuchGroup) {
            return "";
        }
    }

    private static String unqualified(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.replace("\"", "").strip();
    }

    private static List<String> columns(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(column -> column.strip().split("\\s+")[0].replace("\"", ""))
                        .toList();
    }
}
