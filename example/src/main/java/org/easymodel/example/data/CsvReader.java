package org.easymodel.example.data;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Iterates over the rows of a CSV text: takes the records of {@link CsvRecords} and matches them with the header. */
final class CsvReader implements Iterator<CsvRow> {

    private final String file;
    private final CsvRecords records;
    private final List<String> columns;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    CsvReader(String file, String content) {
        this.file = file;
        this.records = new CsvRecords(file, content);
        if (!records.hasNext()) {
            throw new IllegalArgumentException(file + ", line 1: the header row is missing");
        }
        this.columns = records.next();
        for (String column : columns) {
            if (column.isBlank()) {
                throw new IllegalArgumentException(file + ", line 1: a column has no name");
            }
            if (positions.put(column, positions.size()) != null) {
                throw new IllegalArgumentException(file + ", line 1: the column '" + column + "' appears twice");
            }
        }
    }

    List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        return records.hasNext();
    }

    @Override
    public CsvRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException(file + " has no more rows");
        }
        int line = records.line();
        List<String> fields = records.next();
        if (fields.size() != columns.size()) {
            throw new IllegalArgumentException(
                    file + ", line " + line + ": expected " + columns.size() + " fields but found " + fields.size());
        }
        return new CsvRow(file, line, positions, fields);
    }
}
