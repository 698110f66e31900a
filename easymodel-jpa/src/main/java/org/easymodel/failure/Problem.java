package org.easymodel.failure;

import java.util.Objects;

/**
 * One thing that is wrong: a code, the place where it was met, the fact, and the remedy.
 *
 * <p>Its {@link #toString() text} is what users read and is part of the interface:
 *
 * <pre>{@code EM-1204 Book.select: there is no attribute 'autor.name'. Did you mean 'author.name'?}</pre>
 *
 * <p>A problem names entities, attributes, tables and files; it never holds row values or credentials. Immutable.
 *
 * @param code the stable code, such as {@code EM-1204}
 * @param place where it was met: entity and verb, table and column, or a file
 * @param fact what is so, as one sentence that ends with a full stop
 * @param remedy what to do about it, as one or two sentences; empty when the fact says it
 */
public record Problem(String code, String place, String fact, String remedy) {

    /** Refuses a code that is not of the form {@code EM-nnnn} and a blank fact. */
    public Problem {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(remedy, "remedy");
        if (!code.matches("EM-\\d{4}")) {
            throw new IllegalArgumentException("A problem's code has the form EM-nnnn, was " + code);
        }
        if (fact.isBlank()) {
            throw new IllegalArgumentException("A problem states a fact: " + code);
        }
    }

    /** The text that users read: code, place, fact, remedy. */
    @Override
    public String toString() {
        return code + " " + place + ": " + fact + (remedy.isEmpty() ? "" : " " + remedy);
    }
}
