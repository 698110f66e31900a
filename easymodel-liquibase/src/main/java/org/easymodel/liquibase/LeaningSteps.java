package org.easymodel.liquibase;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.easymodel.migrate.Change;

/** The statements that take what leans on a column off for a moment, and put it back. */
final class LeaningSteps {

    private LeaningSteps() {}

    static Stream<String> off(List<Change> leaning, Dialect dialect) {
        List<Change> reversed = new ArrayList<>(leaning);
        Collections.reverse(reversed);
        return reversed.stream()
                .flatMap(each -> each.reversal().stream())
                .flatMap(each -> SqlText.of(each, dialect).stream());
    }

    static Stream<String> on(List<Change> leaning, Dialect dialect) {
        return leaning.stream().flatMap(each -> SqlText.of(each, dialect).stream());
    }
}
