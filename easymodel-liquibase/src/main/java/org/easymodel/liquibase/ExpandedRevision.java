package org.easymodel.liquibase;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Json;

/**
 * One change of the model as two revisions, between which old and new code run side by side. Immutable.
 *
 * @param expand what old code does not mind; without a revision if there is nothing of that
 * @param contract what new code does not need; without a revision if there is nothing of that
 */
public record ExpandedRevision(WrittenRevision expand, WrittenRevision contract) {

    /** What was written, and how it is applied. */
    public String summary() {
        String order = expand.revision()
                .flatMap(first -> contract.revision()
                        .map(second -> "\nUpgrade to " + first.folder()
                                + ", deploy the new code, and when no old code runs any" + " more upgrade to "
                                + second.folder() + "."))
                .orElse("");
        String written = Stream.of(expand, contract)
                .filter(each -> each.revision().isPresent())
                .map(WrittenRevision::summary)
                .collect(Collectors.joining("\n"));
        return written.isEmpty() ? expand.summary() : written + order;
    }

    /** The facts as a JSON document, ended by a line feed. */
    public String json() {
        return Json.pretty(Facts.map("expand", expand.facts(), "contract", contract.facts()));
    }

    @Override
    public String toString() {
        return summary();
    }
}
