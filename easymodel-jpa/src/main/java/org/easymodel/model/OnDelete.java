package org.easymodel.model;

/** What a repository does with the rows that lead to a row which is to be deleted. */
public enum OnDelete {
    /** Refuses to delete while there are such rows, and says how many. */
    REFUSE,
    /** Deletes them too, with the rows that lead to them. */
    CASCADE,
    /** Empties their key. */
    SET_NULL
}
