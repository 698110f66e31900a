package org.easymodel.migrate;

/** How a revision deals with tables that are in use while it runs. */
public enum Tactics {
    /** Each change in the plainest words; readers or writers may wait until it ends. */
    PLAIN,
    /**
     * On PostgreSQL, indexes and keys are built, and rows are checked, while others read and write; it takes longer, and a
     * change is several transactions. Other databases do it the plain way.
     */
    ONLINE
}
