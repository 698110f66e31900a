package org.easymodel.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition as a statement writes it, unless it is always or never met.
 *
 * @param text empty for the two constants
 */
record Clause(Kind kind, String text) {

    enum Kind {
        ALWAYS,
        NEVER,
        DEPENDS
    }

    static final Clause ALWAYS = new Clause(Kind.ALWAYS, "");
    static final Clause NEVER = new Clause(Kind.NEVER, "");

    static Clause of(String text) {
        return new Clause(Kind.DEPENDS, text);
    }

    boolean isAlways() {
        return kind == Kind.ALWAYS;
    }

    boolean isNever() {
        return kind == Kind.NEVER;
    }

    static Clause all(List<Clause> clauses) {
        if (clauses.stream().anyMatch(Clause::isNever)) {
            return NEVER;
        }
        return joined(clauses.stream().filter(clause -> !clause.isAlways()).toList(), " and ", ALWAYS);
    }

    static Clause any(List<Clause> clauses) {
        if (clauses.stream().anyMatch(Clause::isAlways)) {
            return ALWAYS;
        }
        return joined(clauses.stream().filter(clause -> !clause.isNever()).toList(), " or ", NEVER);
    }

    private static Clause joined(List<Clause> clauses, String word, Clause none) {
        if (clauses.isEmpty()) {
            return none;
        }
        return clauses.size() == 1
                ? clauses.get(0)
                : of(clauses.stream().map(Clause::text).collect(Collectors.joining(word, "(", ")")));
    }

    Clause negate() {
        return switch (kind) {
            case ALWAYS -> NEVER;
            case NEVER -> ALWAYS;
            case DEPENDS -> of("not (" + text + ")");
        };
    }

    /** The clause behind {@code where}; the id, which is never missing, stands for what is never met. */
    String where(Scope scope) {
        return switch (kind) {
            case ALWAYS -> "";
            case NEVER -> " where " + scope.id() + " is null";
            case DEPENDS -> " where " + text;
        };
    }
}
