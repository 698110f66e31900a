package org.easymodel.engine.operations;

import org.easymodel.failure.Problem;

/** What the watch finds. */
final class OperationProblems {

    private OperationProblems() {}

    static String repeated(String place, int times, String sql) {
        return new Problem(
                        "EM-2235",
                        place,
                        "one operation sent the same select " + times + " times: " + sql + ".",
                        "Ask for the related rows with the others: include(\"path\") or includeDepth(n) where they are read,"
                                + " or one select with a list of ids. The setting easymodel.repeated-selects says from which"
                                + " number on this is told, 0 never.")
                .toString();
    }
}
