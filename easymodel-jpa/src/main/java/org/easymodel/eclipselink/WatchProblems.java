package org.easymodel.eclipselink;

import org.easymodel.failure.Problem;

/** What is told of statements while an application runs. */
final class WatchProblems {

    private WatchProblems() {}

    static String slow(String unit, long milliseconds, String sql) {
        return new Problem(
                        "EM-2236",
                        unit,
                        "a statement took " + milliseconds + " ms: " + sql + ".",
                        "Look at its plan; an index may be missing (@Indexed). The setting easymodel.slow-statement says from"
                                + " how many milliseconds on this is told, 0 never.")
                .toString();
    }

    static String loadedOneByOne(String unit, String relationship, int times) {
        return new Problem(
                        "EM-2237",
                        unit,
                        relationship + " was loaded more than " + times
                                + " times in one persistence context, row by row.",
                        "Load it with the rows: include(\"path\") in a repository, a join fetch, an entity graph or the hint"
                                + " eclipselink.batch in a query of your own. The setting easymodel.repeated-selects says from"
                                + " which number on this is told, 0 never.")
                .toString();
    }
}
