package org.easymodel.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.easymodel.failure.ConstraintViolatedException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a database says about a violated constraint, read from its message without the values in it.
 *
 * @param table the table; empty if it is not told
 * @param constraint the constraint; empty if it is not told
 * @param columns the columns; none if they are not told
 * @param length how long a value may be; 0 if it is not told
 */
record Violation(Kind kind, String table, String constraint, List<String> columns, int length) {

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("23505", Kind.UNIQUE),
            Map.entry("23503", Kind.FOREIGN_KEY),
            Map.entry("23506", Kind.FOREIGN_KEY),
            Map.entry("23504", Kind.FOREIGN_KEY),
            Map.entry("23502", Kind.NOT_NULL),
            Map.entry("23514", Kind.CHECK),
            Map.entry("23513", Kind.CHECK),
            Map.entry("22001", Kind.LENGTH),
            Map.entry("22003", Kind.RANGE),
            Map.entry("22004", Kind.RANGE));

    /** PostgreSQL: {@code character varying(20)}; Derby: {@code to length 20}; H2: {@code "NAME CHARACTER VARYING(20)"}. */
    private static final Pattern LENGTH =
            Pattern.compile("(?:VARYING|CHAR|varying|character)\\((\\d+)\\)|to length (\\d+)");

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

    /** H2: {@code Value too long for column "NAME CHARACTER VARYING(20)"}, {@code Numeric value out of range ... in column "STOCK"}. */
    private static final Pattern H2_VALUE = Pattern.compile("(?:for|in) column \"\"?(?<columns>[^\" ]+)");

    /** H2: {@code Value too long for column "PRICE NUMERIC(38, 2)"}. */
    private static final Pattern H2_NUMBER =
            Pattern.compile("^Value too long for column \"\"?[^\" ]+\"? (?:NUMERIC|DECIMAL|DECFLOAT)");

    /** PostgreSQL: rows of another table lead to one that was to go. */
    private static final Pattern POSTGRES_STILL_REFERENCED =
            Pattern.compile("violates foreign key constraint \"(?<constraint>[^\"]+)\" on table \"(?<table>[^\"]+)\"");

    /** PostgreSQL: {@code insert or update on table "book" violates foreign key constraint "fk"}. */
    private static final Pattern POSTGRES_ON_TABLE = Pattern.compile(
            "(?:on table|new row for relation) \"(?<table>[^\"]+)\" violates \\w+(?: key)? constraint \"(?<constraint>[^\"]+)\"(?:[\\s\\S]*?Key \\((?<columns>[^)]*)\\)=)?");

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
            POSTGRES_STILL_REFERENCED,
            POSTGRES_ON_TABLE,
            POSTGRES_UNIQUE,
            POSTGRES_NOT_NULL,
            H2_VALUE);

    /** Empty if the state is that of no known kind of constraint. */
    static Optional<Violation> read(SQLException thrown) {
        String message = String.valueOf(thrown.getMessage());
        return Optional.ofNullable(kind(thrown.getSQLState(), message)).map(kind -> FORMS.stream()
                .map(form -> form.matcher(message))
                .filter(Matcher::find)
                .findFirst()
                .map(found -> new Violation(
                        kind,
                        unqualified(group(found, "table")),
                        withoutIndexEnding(unqualified(group(found, "constraint"))),
                        columns(group(found, "columns")),
                        length(message)))
                .orElseGet(() -> new Violation(kind, "", "", List.of(), length(message))));
    }

    /** To H2 a number with too many digits is too long. */
    private static @Nullable Kind kind(@Nullable String state, String message) {
        Kind kind = state == null ? null : KINDS.get(state);
        return kind == Kind.LENGTH && H2_NUMBER.matcher(message).find() ? Kind.RANGE : kind;
    }

    /** H2 names the index of a unique constraint: its name with an ending. */
    private static String withoutIndexEnding(String name) {
        return name.replaceFirst("_INDEX_[0-9A-F]+$", "");
    }

    private static int length(String message) {
        Matcher found = LENGTH.matcher(message);
        return found.find() ? Integer.parseInt(found.group(1) == null ? found.group(2) : found.group(1)) : 0;
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
