package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;
import org.easymodel.migrate.ChangeFlag;
import org.easymodel.migrate.ChangelogFormat;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.RevisionDraft;
import org.easymodel.schema.Identifier;

/**
 * A changelog in formatted SQL. Statements differ from database to database, so a change set may stand there several times
 * under one id, each for the databases that it names. A line that holds only a slash ends a statement where there are
 * several.
 */
final class SqlChangelog {

    /** What every one of the databases takes and what does nothing. */
    private static final String NOTHING = "VALUES (1)";

    /** What one database does for a change. */
    private record Form(
            List<String> statements,
            List<String> back,
            Optional<String> question,
            String message,
            boolean inTransaction) {}

    private SqlChangelog() {}

    static WrittenChangelog write(RevisionDraft draft, List<String> header, Map<Change, Identifier> newSchemas) {
        StringBuilder out = new StringBuilder("--liquibase formatted sql logicalFilePath:easymodel/" + draft.id());
        out.append("\n\n");
        header.forEach(line -> out.append(("-- # " + line).stripTrailing()).append('\n'));
        List<WrittenChangelog.Expected> expected = new ArrayList<>();
        int number = 0;
        for (RatedChange rated : draft.changes()) {
            number++;
            String id = String.format(Locale.ROOT, "%s-%02d", draft.id(), number);
            Map<Form, List<String>> forms = new LinkedHashMap<>();
            for (Dialect dialect : Dialect.values()) {
                forms.computeIfAbsent(form(rated, dialect, newSchemas), each -> new ArrayList<>())
                        .add(dialect.dbms());
            }
            forms.forEach((form, dbms) -> out.append(changeSet(id, rated, form, forms.size() == 1 ? List.of() : dbms)));
            expected.add(new WrittenChangelog.Expected(id, 1, 1));
        }
        String text = out.toString();
        if (text.contains("${")) {
            throw Problems.placeholder(draft.changes().stream()
                    .filter(each -> each.change().toString().contains("${"))
                    .map(each -> each.change().target())
                    .findFirst()
                    .orElse(draft.folder()));
        }
        return new WrittenChangelog(ChangelogFormat.SQL, text, expected);
    }

    private static Form form(RatedChange rated, Dialect dialect, Map<Change, Identifier> newSchemas) {
        Change change = rated.change();
        Stream<String> schema = Optional.ofNullable(newSchemas.get(change)).stream()
                .flatMap(name -> SqlText.ofSchema(name, dialect).stream());
        boolean online = rated.isOnline() && dialect == Dialect.POSTGRESQL;
        List<String> statements = Stream.concat(
                        schema, (online ? OnlineSql.of(change) : SqlText.of(change, dialect)).stream())
                .toList();
        Optional<Guard> guard = rated.flags().contains(ChangeFlag.DATA_DEPENDENT) ? Guard.of(change) : Optional.empty();
        return new Form(
                statements.isEmpty() ? List.of(NOTHING) : statements,
                ChangeForms.sqlBack(change, dialect),
                guard.map(each -> each.questions().get(dialect)),
                guard.map(Guard::message).orElse(""),
                !online);
    }

    private static String changeSet(String id, RatedChange rated, Form form, List<String> dbms) {
        StringBuilder out = new StringBuilder("\n--changeset easymodel:").append(id);
        if (!dbms.isEmpty()) {
            out.append(" dbms:").append(String.join(",", dbms));
        }
        if (!form.inTransaction()) {
            out.append(" runInTransaction:false");
        }
        // What is for the way back stands first: Liquibase takes the last word that ends in splitStatements.
        out.append(" stripComments:false")
                .append(split("rollbackSplitStatements", "rollbackEndDelimiter", form.back()))
                .append(split("splitStatements", "endDelimiter", form.statements()))
                .append('\n')
                .append("--comment: ")
                .append(rated.change().text().replaceAll("\\s+", " "))
                .append('\n');
        form.question().ifPresent(sql -> out.append("--preconditions onFail:HALT onFailMessage:\"")
                .append(form.message().replaceAll("\\s+", " ").replace('"', '\''))
                .append("\"\n--precondition-sql-check expectedResult:0 ")
                .append(sql.replaceAll("\\s+", " "))
                .append('\n'));
        out.append(String.join("\n/\n", form.statements())).append('\n');
        String back = form.back().isEmpty() ? "empty" : String.join("\n/\n", form.back());
        back.lines().forEach(line -> out.append("--rollback ").append(line).append('\n'));
        return out.toString();
    }

    private static String split(String splits, String delimiter, List<String> statements) {
        return statements.size() > 1 ? " " + splits + ":true " + delimiter + ":/" : " " + splits + ":false";
    }
}
