package org.easymodel.liquibase;

import java.util.Arrays;
import java.util.Optional;

/** The databases that changelogs are written for. */
enum Dialect {
    DERBY("derby", "Apache Derby"),
    H2("h2", "H2"),
    POSTGRESQL("postgresql", "PostgreSQL");

    private final String dbms;
    private final String product;

    Dialect(String dbms, String product) {
        this.dbms = dbms;
        this.product = product;
    }

    /** The short name that a changelog uses. */
    String dbms() {
        return dbms;
    }

    /** The dialect of that short name, in any case. */
    static Dialect named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.dbms.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> CommandProblems.unknownDatabase(
                        name, Arrays.stream(values()).map(Dialect::dbms).toList()));
    }

    /** The dialect of a product by the name that its driver gives. */
    static Optional<Dialect> of(String product) {
        return Arrays.stream(values())
                .filter(each -> each.product.equals(product))
                .findFirst();
    }
}
