package org.easymodel.migrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.easymodel.schema.Check;
import org.easymodel.schema.Column;
import org.easymodel.schema.Identifier;
import org.easymodel.schema.Index;
import org.easymodel.schema.Table;

/**
 * Finds what may be the name of a column in SQL text that a mapping gives: every word but functions and what stands in
 * single quotes.
 */
final class SqlWords {

    /** A text, a delimited name, or a word; only a word that is followed by no bracket and no quote is a group. */
    private static final Pattern PIECE =
            Pattern.compile("'[^']*'|\"[^\"]*\"|([\\p{L}_][\\p{L}\\p{N}_$]*+)(?!\\s*[('])|[\\p{L}_][\\p{L}\\p{N}_$]*+");

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"([^\"]+)\"");

    private SqlWords() {}

    static Set<Identifier> of(Check check) {
        return names(Stream.of(check.condition()));
    }

    /** The names in expressions and condition of an index; its columns are none of them. */
    static Set<Identifier> of(Index index) {
        return names(Stream.concat(index.parts().stream().map(part -> part.expression()), index.where().stream()));
    }

    /** The columns of a table that a check names. */
    static List<Identifier> columns(Check check, Table table) {
        Set<Identifier> words = of(check);
        return table.columns().stream()
                .map(Column::name)
                .filter(words::contains)
                .toList();
    }

    /** Text with those columns in quotes that are delimited; what is in quotes already stays. */
    static String written(String sql, List<Identifier> columns) {
        Map<String, Identifier> delimited = columns.stream()
                .filter(Identifier::delimited)
                .collect(Collectors.toMap(Identifier::text, Function.identity()));
        StringBuilder out = new StringBuilder();
        int start = 0;
        for (Word word : words(sql)) {
            Identifier column = delimited.get(Identifier.of(word.text()).text());
            if (column != null) {
                out.append(sql, start, word.start()).append(column.sql());
                start = word.start() + word.text().length();
            }
        }
        return out.append(sql.substring(start)).toString();
    }

    /** Whether the sets have a name in common. */
    static boolean meet(Set<Identifier> words, Collection<Identifier> names) {
        return names.stream().anyMatch(words::contains);
    }

    private static Set<Identifier> names(Stream<String> texts) {
        Set<Identifier> names = new HashSet<>();
        texts.forEach(text -> {
            words(text).forEach(word -> names.add(Identifier.of(word.text())));
            QUOTED.matcher(text).results().forEach(name -> {
                // In quotes a name in upper case may be meant as the undelimited one: so it is on Derby and H2.
                if (name.group(1) != null) {
                    names.add(Identifier.delimited(name.group(1)));
                    names.add(Identifier.exactly(name.group(1)));
                }
            });
        });
        return names;
    }

    /** The words that stand in no quotes and are no functions. */
    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group(1) != null) {
                words.add(new Word(piece.group(1), piece.start(1)));
            }
        }
        return words;
    }

    private record Word(String text, int start) {}
}
