package org.easymodel.example.data;

import java.util.ArrayList;
import java.util.List;

/** Splits a CSV text into records and fields, strictly by RFC 4180; a line feed alone ends a record as well. */
final class CsvRecords {

    private final String file;
    private final String content;
    private int position;
    private int line = 1;

    CsvRecords(String file, String content) {
        this.file = file;
        this.content = content;
    }

    boolean hasNext() {
        return position < content.length();
    }

    /** Returns the number of the line in which the next record begins. */
    int line() {
        return line;
    }

    List<String> next() {
        if (atLineEnd()) {
            throw malformed("the line is empty");
        }
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (at(',')) {
            position++;
            fields.add(field());
        }
        skipLineEnd();
        return List.copyOf(fields);
    }

    private String field() {
        return at('"') ? quotedField() : plainField();
    }

    private String plainField() {
        int start = position;
        while (hasNext() && !at(',') && !atLineEnd()) {
            if (at('"')) {
                throw malformed("a field that is not quoted contains a quote");
            }
            if (at('\r')) {
                throw malformed("a carriage return is not followed by a line feed");
            }
            position++;
        }
        return content.substring(start, position);
    }

    private String quotedField() {
        int openedInLine = line;
        StringBuilder text = new StringBuilder();
        position++;
        while (hasNext()) {
            char character = content.charAt(position++);
            if (character == '\n') {
                line++;
            }
            if (character != '"') {
                text.append(character);
            } else if (at('"')) {
                text.append(character);
                position++;
            } else {
                requireEndOfField();
                return text.toString();
            }
        }
        line = openedInLine;
        throw malformed("a quoted field is not closed");
    }

    private void requireEndOfField() {
        if (hasNext() && !at(',') && !atLineEnd()) {
            throw malformed("a quoted field is followed by more text");
        }
    }

    private void skipLineEnd() {
        if (at('\r')) {
            position++;
        }
        if (at('\n')) {
            position++;
            line++;
        }
    }

    private boolean atLineEnd() {
        return at('\n') || content.startsWith("\r\n", position);
    }

    private boolean at(char expected) {
        return hasNext() && content.charAt(position) == expected;
    }

    private IllegalArgumentException malformed(String reason) {
        return new IllegalArgumentException(file + ", line " + line + ": " + reason);
    }
}
