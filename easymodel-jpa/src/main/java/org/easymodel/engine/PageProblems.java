package org.easymodel.engine;

import static org.easymodel.engine.Problems.request;

import org.easymodel.failure.InvalidRequestException;

/** The messages of 127x: about pages. */
final class PageProblems {

    private PageProblems() {}

    static InvalidRequestException noRequest(String place) {
        return request("EM-1270", place, "no page is asked for.", "Give a PageRequest: PageRequest.ofSize(20).");
    }

    static InvalidRequestException pageOfPart(String place) {
        return request(
                "EM-1271",
                place,
                "the query has a limit or an offset, and a page is one itself.",
                "Leave them out; the page request says how many rows.");
    }

    static InvalidRequestException cursorInPage(String place) {
        return request(
                "EM-1272", place, "page(...) is asked for with a cursor.", "Call cursor(...) with this page request.");
    }

    static InvalidRequestException tooFar(String place) {
        return request(
                "EM-1273",
                place,
                "the page begins behind more than two thousand million rows.",
                "Use cursor(...), which is as fast for the last page as for the first.");
    }

    static InvalidRequestException numberInCursor(String place) {
        return request(
                "EM-1274",
                place,
                "cursor(...) is asked for a page by its number.",
                "Begin with PageRequest.ofSize(...), and go on with nextPageRequest() of each page.");
    }

    static InvalidRequestException noPosition(String place, Class<?> type) {
        return request(
                "EM-1275",
                place,
                "the order contains values of type " + type.getSimpleName() + ", which no cursor can hold.",
                "Order by other attributes, or use page(...).");
    }

    static InvalidRequestException noToken(String place) {
        return request(
                "EM-1276",
                place,
                "the cursor is not one that a page gave.",
                "Take it from a page: page.cursor(i), or nextPageRequest(). Its only element is a text, which may be stored.");
    }

    static InvalidRequestException foreignToken(String place) {
        return request(
                "EM-1277",
                place,
                "the cursor was changed, or belongs to a query with other criteria or another order, or was made with another"
                        + " easymodel.cursor.secret.",
                "Begin with the first page. Several processes, and one that starts anew, need the same secret.");
    }
}
