package org.easymodel.migrate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.easymodel.schema.Check;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;

/**
 * Finds what may be the name of a column in SQL text that a mapping gives: every word but functions and what stands in
 * single quotes.
 */
final class SqlWords {

    private static final Pattern PIECE =
            Pattern.compile("'[^']*'|\"([^\"]+)\"|([\\p{L}_][\\p{L}\\p{N}_$]*)(\\s*\\(|\\s*')?");

    private SqlWords() {}

    static Set<Identifier> of(Check check) {
        return names(Stream.of(check.condition()));
    }

    /** The names in expressions and condition of an index; its columns are none of them. */
    static Set<Identifier> of(Index index) {
        return names(Stream.concat(index.parts().stream().map(part -> part.expression()), index.where().stream()));
    }

    /** Whether the sets have a name in common. */
    static boolean meet(Set<Identifier> words, Collection<Identifier> names) {
        return names.stream().anyMatch(words::contains);
    }

    private static Set<Identifier> names(Stream<String> texts) {
        Set<Identifier> names = new HashSet<>();
        texts.forEach(text -> {
            Matcher piece = PIECE.matcher(text);
            int start = 0;
            while (piece.find(start)) {
                start = piece.end();
                if (piece.group(1) != null) {
                    names.add(Identifier.delimited(piece.group(1)));
                } else if (piece.group(2) != null && piece.group(3) == null) {
                    names.add(Identifier.of(piece.group(2)));
                } else if (piece.group(3) != null) {
                    // What follows the word may be the quote that opens a text.
                    start = piece.end(2);
                }
            }
        });
        return names;
    }
}
