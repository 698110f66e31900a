package org.easymodel.liquibase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.failure.Problem;
import org.easymodel.migrate.RatedChange;
import org.easymodel.migrate.Revision;
import org.easymodel.schema.Json;
import org.easymodel.schema.TableName;

/** What results have in common when they are written for machines. */
final class Facts {

    private Facts() {}

    /** A document of these keys and values, in turn. */
    static String json(Object... keysAndValues) {
        return Json.pretty(map(keysAndValues));
    }

    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, Object> of(Revision revision) {
        return map(
                "id",
                revision.id(),
                "folder",
                revision.folder(),
                "parents",
                revision.parents(),
                "message",
                revision.message());
    }

    static Map<String, Object> of(Problem problem) {
        return map(
                "code",
                problem.code(),
                "place",
                problem.place(),
                "fact",
                problem.fact(),
                "remedy",
                problem.remedy(),
                "text",
                problem.toString());
    }

    static Map<String, Object> of(RatedChange change) {
        return map(
                "operation",
                change.change().operation(),
                "target",
                change.change().target(),
                "text",
                change.change().text(),
                "danger",
                change.danger().text(),
                "rules",
                change.rules().stream().map(Enum::name).toList(),
                "note",
                change.note());
    }

    static List<String> names(List<TableName> tables) {
        return tables.stream().map(TableName::sql).toList();
    }

    static List<Map<String, Object>> problems(List<Problem> problems) {
        return problems.stream().map(Facts::of).toList();
    }
}
