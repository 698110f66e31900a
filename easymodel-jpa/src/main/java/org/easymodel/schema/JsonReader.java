package org.easymodel.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the JSON of {@link Json} from left to right. For one text and one thread. */
final class JsonReader {

    private static final Set<Character> SPACE = Set.of(' ', '\t', '\r', '\n');

    private static final Pattern NUMBER = Pattern.compile("-?(?:0(?![0-9])|[1-9][0-9]*)");

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object read() {
        Object value = value();
        space();
        if (at != text.length()) {
            throw wrong("the text ends");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        char first = at < text.length() ? text.charAt(at) : 0;
        return switch (first) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", Boolean.TRUE);
            case 'f' -> word("false", Boolean.FALSE);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> map = new LinkedHashMap<>();
        at++;
        space();
        if (skip('}')) {
            return map;
        }
        do {
            space();
            String key = string();
            space();
            expect(':');
            if (map.containsKey(key)) {
                throw wrong("a key that is not there yet, after '" + key + "'");
            }
            map.put(key, value());
            space();
        } while (skip(','));
        expect('}');
        return map;
    }

    private List<Object> array() {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        if (skip(']')) {
            return list;
        }
        do {
            list.add(value());
            space();
        } while (skip(','));
        expect(']');
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char letter = text.charAt(at);
            if (letter < ' ') {
                throw wrong("an escaped letter");
            }
            at++;
            value.append(letter == '\\' ? escaped() : letter);
        }
        expect('"');
        return value.toString();
    }

    private char escaped() {
        char letter = at < text.length() ? text.charAt(at++) : 0;
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("an escaped letter");
        };
    }

    private char unicode() {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
            throw wrong("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable Object word(String word, @Nullable Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value");
        }
        at += word.length();
        return meaning;
    }

    private Long number() {
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        try {
            Long value = Long.valueOf(number.lookingAt() ? number.group() : "");
            at = number.end();
            return value;
        } catch (NumberFormatException e) {
            throw wrong("a value");
        }
    }

    private void space() {
        while (at < text.length() && SPACE.contains(text.charAt(at))) {
            at++;
        }
    }

    private boolean skip(char letter) {
        boolean found = at < text.length() && text.charAt(at) == letter;
        if (found) {
            at++;
        }
        return found;
    }

    private void expect(char letter) {
        if (!skip(letter)) {
            throw wrong("'" + letter + "'");
        }
    }

    private IllegalArgumentException wrong(String expected) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(letter -> letter == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new IllegalArgumentException("Line " + line + ", column " + column + ": expected " + expected);
    }
}
