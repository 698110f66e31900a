package org.easymodel.contract.scan.models;

import java.util.Locale;
import java.util.Optional;

/** One thing that the tables of EclipseLink and ours say otherwise. */
record Difference(Kind kind, String subject, Optional<String> theirs, Optional<String> ours) {

    /** What a difference is about. */
    enum Kind {
        TABLE,
        COLUMN,
        TYPE,
        REQUIRED,
        DEFAULT,
        IDENTITY,
        PRIMARY_KEY,
        FOREIGN_KEY,
        UNIQUE,
        INDEX,
        CHECK,
        SEQUENCE,
        ROW;

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    boolean isOnlyOurs() {
        return theirs.isEmpty();
    }

    boolean isOnlyTheirs() {
        return ours.isEmpty();
    }

    boolean isChange(String from, String to) {
        return theirs.filter(from::equals).isPresent()
                && ours.filter(to::equals).isPresent();
    }

    /** Whether a table or column that only one side has explains this. */
    boolean isPartOf(Difference other) {
        return switch (other.kind) {
            case TABLE ->
                subject.matches("\\Q" + other.subject + "\\E([.\\[: ].*)?")
                        || kind == Kind.FOREIGN_KEY && subject.contains(" to " + other.subject + "[");
            case COLUMN -> kind.compareTo(Kind.COLUMN) > 0 && subject.equals(other.subject);
            default -> false;
        };
    }

    @Override
    public String toString() {
        return kind.words() + " " + subject + ": EclipseLink " + theirs.orElse("none") + ", ours "
                + ours.orElse("none");
    }
}
