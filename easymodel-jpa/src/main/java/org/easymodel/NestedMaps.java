package org.easymodel;

/** What becomes of a nested map whose key is that of a row which is there already. */
public enum NestedMaps {
    /** The row is linked. Values beside the key must be those of the row; otherwise the call is refused. The usual way. */
    LINK,
    /** The row is linked, and the values beside the key are written into it. */
    MERGE,
    /** The call is refused: every nested map has to become a new row. An entity in place of a map is still linked. */
    CREATE_ONLY
}
