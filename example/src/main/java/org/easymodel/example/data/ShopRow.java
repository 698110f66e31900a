package org.easymodel.example.data;

import java.util.List;

/** A row of one of the generated files. */
interface ShopRow {

    /** Returns the fields in the order of the columns; a missing value is an empty text. */
    List<String> fields();
}
