package org.easymodel.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A condition as a statement writes it, unless it is always or never met.
 *
 * @param text empty for the two constants
 * @param opposite what is written for its opposite; empty for the text with {@code not}
 */
record Clause(Kind kind, String text, String opposite) {

    enum Kind {
        ALWAYS,
        NEVER,
        DEPENDS
    }

    private static final int LONGEST_CHAIN = 50;

    static final Clause ALWAYS = new Clause(Kind.ALWAYS, "", "");
    static final Clause NEVER = new Clause(Kind.NEVER, "", "");

    static Clause of(String text) {
        return of(text, "");
    }

    /** A clause with an opposite that the database reads more easily. */
    static Clause of(String text, String opposite) {
        return new Clause(Kind.DEPENDS, text, opposite);
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
                : of(grouped(clauses.stream().map(Clause::text).toList(), word));
    }

    /** Long chains in halves of halves: who reads them goes one step deeper for each link of a chain. */
    private static String grouped(List<String> texts, String word) {
        if (texts.size() <= LONGEST_CHAIN) {
            return texts.stream().collect(Collectors.joining(word, "(", ")"));
        }
        int half = texts.size() / 2;
        return "(" + grouped(texts.subList(0, half), word) + word + grouped(texts.subList(half, texts.size()), word)
                + ")";
    }

    Clause negate() {
        return switch (kind) {
            case ALWAYS -> NEVER;
            case NEVER -> ALWAYS;
            case DEPENDS -> opposite.isEmpty() ? of("not (" + text + ")", text) : of(opposite, text);
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
