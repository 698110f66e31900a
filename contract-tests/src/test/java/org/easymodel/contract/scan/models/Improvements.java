package org.easymodel.contract.scan.models;

import static org.easymodel.contract.scan.models.Difference.Kind.CHECK;
import static org.easymodel.contract.scan.models.Difference.Kind.DEFAULT;
import static org.easymodel.contract.scan.models.Difference.Kind.FOREIGN_KEY;
import static org.easymodel.contract.scan.models.Difference.Kind.INDEX;
import static org.easymodel.contract.scan.models.Difference.Kind.PRIMARY_KEY;
import static org.easymodel.contract.scan.models.Difference.Kind.REQUIRED;
import static org.easymodel.contract.scan.models.Difference.Kind.ROW;
import static org.easymodel.contract.scan.models.Difference.Kind.TABLE;
import static org.easymodel.contract.scan.models.Difference.Kind.UNIQUE;

import java.util.List;
import java.util.Optional;

/** Everything in which our tables may differ from those that EclipseLink makes; {@code docs/schema.md} lists it. */
final class Improvements {

    private static final List<Improvement> ALL = List.of(
            new Improvement(
                    "required",
                    "Columns of primitives, versions, discriminators, positions in lists, keys of collections and required"
                            + " attributes are NOT NULL; EclipseLink leaves them nullable, though it never writes null.",
                    difference -> difference.kind() == REQUIRED && difference.isChange("nullable", "required")),
            new Improvement(
                    "not-required",
                    "Columns that one class of a single table requires are nullable, since rows of its siblings leave them"
                            + " empty; so are positions that EclipseLink writes by a second statement.",
                    difference -> difference.kind() == REQUIRED && difference.isChange("required", "nullable")),
            new Improvement(
                    "collection-key",
                    "The table of a collection that cannot hold a value twice has a primary key.",
                    difference -> difference.kind() == PRIMARY_KEY && difference.isOnlyOurs()),
            new Improvement(
                    "foreign-key",
                    "Every key has its constraint. EclipseLink leaves out all of a table as soon as one is named, and"
                            + " loses the columns of those of secondary, join and collection tables.",
                    difference -> difference.kind() == FOREIGN_KEY && difference.isOnlyOurs()),
            new Improvement(
                    "index-of-key",
                    "Indexes that our annotations and inferred keys ask for.",
                    difference -> difference.kind() == INDEX && difference.isOnlyOurs()),
            new Improvement(
                    "unique",
                    "Unique constraints that EclipseLink loses.",
                    difference -> difference.kind() == UNIQUE && difference.isOnlyOurs()),
            new Improvement(
                    "check",
                    "Ranges of Bean Validation and our own checks are constraints.",
                    difference -> difference.kind() == CHECK && difference.isOnlyOurs()),
            new Improvement(
                    "default",
                    "What an attribute gets if it is given nothing stands in the schema.",
                    difference -> difference.kind() == DEFAULT && difference.isOnlyOurs()),
            new Improvement(
                    "table",
                    "Tables that EclipseLink fails to make: of generators in a schema, of a second table of the same name.",
                    difference -> difference.kind() == TABLE && difference.isOnlyOurs()),
            new Improvement(
                    "no-table",
                    "No table is made that nothing uses.",
                    difference -> difference.kind() == TABLE && difference.isOnlyTheirs()),
            new Improvement(
                    "generator-row",
                    "The rows of generators are there from the start.",
                    difference -> difference.kind() == ROW && difference.isOnlyOurs()));

    private Improvements() {}

    static List<Improvement> all() {
        return ALL;
    }

    /** The reason for a difference, if there is one. */
    static Optional<Improvement> of(Difference difference) {
        return ALL.stream().filter(each -> each.matches().test(difference)).findFirst();
    }
}
