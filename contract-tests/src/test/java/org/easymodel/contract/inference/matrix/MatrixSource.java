package org.easymodel.contract.inference.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The entities of the rows, written with one place for results and compiled. */
final class MatrixSource {

    /** An attribute of every entity that no check asks for. */
    static final String UNASKED = "unasked";

    private static final Pattern FIELD = Pattern.compile("((?:@[^;]*?[ )])?)public (\\S+) (\\w+);");

    private final Map<String, String> classes = new LinkedHashMap<>();
    private final Place place;

    MatrixSource(Place place) {
        this.place = place;
        entity(
                "Company",
                "",
                many("Employee", "employees"),
                many("Office", "offices"),
                many("Car", "ownedCars"),
                many("Desk", "desks"));
        entity(
                "Employee",
                "@References(Company.class) public Long companyId;",
                one("Company", "company"),
                one("Badge", "badge"));
        entity("Office", "public Long companyId;", one("Company", "company"));
        entity(
                "Car",
                "@References(value = Company.class, attribute = \"owner\", inverse = \"ownedCars\")"
                        + " public Long ownedBy;",
                one("Company", "owner"));
        entity(
                "Badge",
                "@References(Employee.class) @Column(unique = true) public Long employeeId;",
                one("Employee", "employee"));
        entity(
                "Category",
                "@References(Category.class) public Long parentId;",
                one("Category", "parent"),
                many("Category", "children"));
        entity("Writer", "", many("Book", "booksAsAuthor"), many("Book", "booksAsReviewer"));
        entity(
                "Book",
                "@References(Writer.class) public Long authorId;"
                        + " @References(Writer.class) public Long reviewerId;",
                one("Writer", "author"),
                one("Writer", "reviewer"),
                many("Tag", "tags"));
        entity("Tag", "", many("Book", "books"));
        type(
                "BookTag",
                "@Entity",
                "",
                "@Id @GeneratedValue public Long id; @References(Book.class) public Long bookId;"
                        + " @References(Tag.class) public Long tagId;");
        entity("Student", "", many("Course", "courses"));
        entity("Course", "", many("Student", "students"));
        type(
                "Enrollment",
                "@Entity @Link",
                "",
                "@Id @GeneratedValue public Long id; public Integer grade;"
                        + " @References(Student.class) public Long studentId; @References(Course.class) public Long courseId;");
        type("Owned", "@MappedSuperclass", base(), id() + "@References(Company.class) public Long companyId;");
        type("Desk", "@Entity", "extends Owned", COMMON + fields(one("Company", "company")));
        entity("Country", "", many("Parcel", "parcels"));
        type("Address", "@Embeddable", "", "public String street; @References(Country.class) public Long countryId;");
        entity("Parcel", "@Embedded public Address address;", one("Country", "country"));
        identified("Device", "@Entity", "@Id public java.util.UUID id;", many("Reading", "readings"));
        entity("Reading", "@References(Device.class) public java.util.UUID deviceId;", one("Device", "device"));
        identified("Region", "@Entity", "@Id public String id;", many("City", "cities"));
        entity("City", "@References(Region.class) public String regionId;", one("Region", "region"));
        type(
                "LineKey",
                "",
                "implements java.io.Serializable",
                "public Long purchaseNo; public Integer lineNo;"
                        + " @Override public boolean equals(Object o) { return o instanceof LineKey k"
                        + " && k.purchaseNo.equals(purchaseNo) && k.lineNo.equals(lineNo); }"
                        + " @Override public int hashCode() { return java.util.Objects.hash(purchaseNo, lineNo); }");
        identified(
                "PurchaseLine",
                "@Entity @IdClass(LineKey.class)",
                "@Id public Long purchaseNo; @Id public Integer lineNo;",
                many("Complaint", "complaints"));
        entity(
                "Complaint",
                "@References(PurchaseLine.class) public Long purchaseNo;"
                        + " @References(PurchaseLine.class) public Integer lineNo;",
                one("PurchaseLine", "purchaseLine"));
        type("Vehicle", "@Entity @Inheritance(strategy = InheritanceType.JOINED)", base(), id() + COMMON);
        type("Truck", "@Entity", "extends Vehicle", fields(many("Trip", "trips")));
        entity("Trip", "@References(Truck.class) public Long truckId;", one("Truck", "truck"));
        type(
                "Van",
                "@Entity",
                "extends Vehicle",
                "@References(Garage.class) public Long garageId;" + fields(one("Garage", "garage")));
        entity("Garage", "", many("Van", "vans"));
    }

    private static final String COMMON = "public String name; public int place; public String unasked;";

    /** The name of the unit, too: each place has its own, so that all can be on one class path. */
    String packageName() {
        return "matrix." + place.name().toLowerCase(Locale.ROOT);
    }

    /** The names of the classes that a unit lists. */
    List<String> names() {
        return classes.keySet().stream()
                .filter(name -> !name.equals("LineKey"))
                .map((packageName() + ".")::concat)
                .toList();
    }

    void compileTo(Path directory) throws IOException {
        Path sources = Files.createDirectories(directory.resolveSibling(directory.getFileName() + "-sources"));
        for (Map.Entry<String, String> each : classes.entrySet()) {
            Files.writeString(sources.resolve(each.getKey() + ".java"), each.getValue());
        }
        Files.createDirectories(directory);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = List.of(
                "--release",
                "17",
                "-proc:none",
                "-nowarn",
                "-d",
                directory.toString(),
                "-cp",
                System.getProperty("java.class.path"));
        List<String> files = classes.keySet().stream()
                .map(name -> sources.resolve(name + ".java").toString())
                .toList();
        int status = compiler.run(
                null,
                null,
                null,
                Stream.concat(arguments.stream(), files.stream()).toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException("the entities do not compile");
        }
    }

    private void entity(String name, String body, String... relationships) {
        type(name, "@Entity", base(), id() + COMMON + body + fields(relationships));
    }

    private void identified(String name, String annotations, String ids, String... relationships) {
        type(name, annotations, "", ids + COMMON + fields(relationships));
    }

    private void type(String name, String annotations, String parents, String body) {
        classes.put(
                name,
                "package " + packageName() + "; import jakarta.persistence.*; import org.easymodel.model.*;\n"
                        + queries(name) + annotations
                        + " public class " + name + " " + parents + " {\n"
                        + (place.isProperty() && annotations.startsWith("@") ? properties(body) : body)
                                .replace(";", ";\n")
                        + "\n}\n");
    }

    /** The same attributes, with getters and setters that carry their annotations. */
    private static String properties(String fields) {
        return FIELD.matcher(fields).replaceAll(field -> {
            String name = field.group(3);
            String property = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
            String type = field.group(2);
            return Matcher.quoteReplacement("public " + type + " " + name + "; " + field.group(1) + "public " + type
                    + " get"
                    + property + "() { return " + name + "; } public void set" + property + "(" + type + " " + name
                    + ") { this." + name + " = " + name + "; }");
        });
    }

    /** The name of the query that finds the holders of a row by the name of their target. */
    static String query(Row row) {
        return row.holder() + "." + row.attribute();
    }

    private static String queries(String holder) {
        return Row.ALL.stream()
                .filter(row -> row.holder().equals(holder))
                .map(row -> "@NamedQuery(name = \"" + query(row) + "\", query = \"select e.name from " + holder
                        + " e join e." + row.attribute() + " r where r.name = :name order by e.place\")\n")
                .collect(Collectors.joining());
    }

    private String fields(String... relationships) {
        if (!place.isField()) {
            return "";
        }
        String all = String.join("", relationships);
        return place == Place.SET ? all.replace("java.util.List<", "java.util.Set<") : all;
    }

    private String base() {
        return place.isBase() ? "extends EasyModel" : "";
    }

    private String id() {
        return place.isBase() ? "" : "@Id @GeneratedValue public Long id;";
    }

    private static String one(String type, String name) {
        return "@Transient public " + type + " " + name + ";";
    }

    private static String many(String type, String name) {
        return "@Transient public java.util.List<" + type + "> " + name + ";";
    }
}
