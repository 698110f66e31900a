package org.easymodel.contract.inference.matrix;

import java.util.List;
import java.util.Map;

/**
 * One row of the table: what is inferred from which key.
 *
 * @param attribute the relationship of the holder
 * @param inverse the relationship of the target
 * @param key the attributes of the key and the ids that they hold; of a link, those to the holder
 * @param link the entity between the two, or empty
 * @param linkKey the key of the link to the target
 */
record Row(
        String name,
        String holder,
        String attribute,
        String target,
        String inverse,
        boolean inverseToMany,
        Map<String, String> key,
        String link,
        Map<String, String> linkKey) {

    static final List<Row> ALL = List.of(
            many("annotated key", "Employee", "company", "Company", "employees", Map.of("companyId", "id")),
            many("key by its name", "Office", "company", "Company", "offices", Map.of("companyId", "id")),
            many("names of the annotation", "Car", "owner", "Company", "ownedCars", Map.of("ownedBy", "id")),
            one("unique key", "Badge", "employee", "Employee", "badge", Map.of("employeeId", "id")),
            many("self reference", "Category", "parent", "Category", "children", Map.of("parentId", "id")),
            many("first of two keys", "Book", "author", "Writer", "booksAsAuthor", Map.of("authorId", "id")),
            many("second of two keys", "Book", "reviewer", "Writer", "booksAsReviewer", Map.of("reviewerId", "id")),
            many("mapped superclass", "Desk", "company", "Company", "desks", Map.of("companyId", "id")),
            many("embeddable", "Parcel", "country", "Country", "parcels", Map.of("address.countryId", "id")),
            many("UUID key", "Reading", "device", "Device", "readings", Map.of("deviceId", "id")),
            many("String key", "City", "region", "Region", "cities", Map.of("regionId", "id")),
            many(
                    "composite key",
                    "Complaint",
                    "purchaseLine",
                    "PurchaseLine",
                    "complaints",
                    Map.of("purchaseNo", "purchaseNo", "lineNo", "lineNo")),
            many("subclass as target", "Trip", "truck", "Truck", "trips", Map.of("truckId", "id")),
            many("subclass as holder", "Van", "garage", "Garage", "vans", Map.of("garageId", "id")),
            link("link", "Book", "tags", "Tag", "books", "BookTag", "bookId", "tagId"),
            link(
                    "link with payload",
                    "Student",
                    "courses",
                    "Course",
                    "students",
                    "Enrollment",
                    "studentId",
                    "courseId"));

    private static Row many(
            String name, String holder, String attribute, String target, String inverse, Map<String, String> key) {
        return new Row(name, holder, attribute, target, inverse, true, key, "", Map.of());
    }

    private static Row one(
            String name, String holder, String attribute, String target, String inverse, Map<String, String> key) {
        return new Row(name, holder, attribute, target, inverse, false, key, "", Map.of());
    }

    private static Row link(
            String name,
            String holder,
            String attribute,
            String target,
            String inverse,
            String link,
            String key,
            String linkKey) {
        return new Row(name, holder, attribute, target, inverse, true, Map.of(key, "id"), link, Map.of(linkKey, "id"));
    }

    boolean isLink() {
        return !link.isEmpty();
    }

    /** The number of the target to which the holder of a number leads. */
    int targetOf(int holder) {
        return inverseToMany ? holder - holder % 5 : holder;
    }

    @Override
    public String toString() {
        return name;
    }
}
