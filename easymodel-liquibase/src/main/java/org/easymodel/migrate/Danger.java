package org.easymodel.migrate;

/** How dangerous a change is for a database that holds rows; ordered from harmless to harmful. */
public enum Danger {
    /** Takes an instant and loses nothing. */
    SAFE("safe"),
    /** Loses nothing, but holds the table for as long as its rows are read or written. */
    LOCK("lock"),
    /** Rows or values are gone afterwards. */
    DATA_LOSS("data-loss");

    private final String text;

    Danger(String text) {
        this.text = text;
    }

    /** The word that people and files use: {@code safe}, {@code lock}, {@code data-loss}. */
    public String text() {
        return text;
    }
}
