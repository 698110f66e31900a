package org.easymodel.contract.scan.models;

import java.util.List;

/** The rows of a story. */
public record Rows(List<Object> all) {

    /** The first row of exactly this class. */
    public <T> T the(Class<T> type) {
        return the(type, 0);
    }

    /** The row of exactly this class at that position among its like, from 0. */
    public <T> T the(Class<T> type, int position) {
        return all.stream()
                .filter(row -> row.getClass() == type)
                .map(type::cast)
                .skip(position)
                .findFirst()
                .orElseThrow();
    }
}
