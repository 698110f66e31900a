package org.easymodel.example.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the run is asked to do. Immutable.
 *
 * @param directory where it works
 * @param url the JDBC address of a database server; empty for the embedded Derby in the directory
 * @param fresh whether to start over
 * @param withLoyalty whether the model has loyalty points and a renamed column
 * @param downgrade whether to take the newest revision back
 */
record ShopArguments(Path directory, Optional<String> url, boolean fresh, boolean withLoyalty, boolean downgrade) {

    private static final String FRESH = "--fresh";
    private static final String WITH_LOYALTY = "--with-loyalty";
    private static final String DOWNGRADE = "downgrade";
    private static final Set<String> KNOWN = Set.of(FRESH, WITH_LOYALTY, DOWNGRADE);

    /**
     * Reads the command line and the system properties {@code shop.directory} and {@code shop.url}.
     *
     * @throws IllegalArgumentException if an argument is unknown
     */
    static ShopArguments parse(List<String> arguments) {
        arguments.stream()
                .filter(argument -> !KNOWN.contains(argument))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("The shop does not know '" + unknown + "'. It knows " + FRESH
                            + ", " + WITH_LOYALTY + " and " + DOWNGRADE + ".");
                });
        return new ShopArguments(
                Path.of(System.getProperty("shop.directory", "target/shop")),
                Optional.ofNullable(System.getProperty("shop.url")).filter(url -> !url.isBlank()),
                arguments.contains(FRESH),
                arguments.contains(WITH_LOYALTY),
                arguments.contains(DOWNGRADE));
    }
}
