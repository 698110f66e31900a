package org.easymodel.spi;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The configuration of one unit: {@code easymodel.<unit>.x} beats {@code easymodel.x}; environment variables beat system
 * properties, which beat the properties of the unit. The environment writes {@code easymodel.include-depth} as {@code
 * EASYMODEL_INCLUDE_DEPTH}. Immutable as far as its sources are.
 */
public final class Settings {

    private final String unit;
    private final Map<String, String> unitProperties;
    private final Function<String, @Nullable String> systemProperties;
    private final Function<String, @Nullable String> environment;

    /**
     * The settings of a unit in some environment.
     *
     * @param systemProperties the value of a system property, null without one
     * @param environment the value of an environment variable, null without one
     */
    public Settings(
            String unit,
            Map<String, String> unitProperties,
            Function<String, @Nullable String> systemProperties,
            Function<String, @Nullable String> environment) {
        this.unit = unit;
        this.unitProperties = Map.copyOf(unitProperties);
        this.systemProperties = systemProperties;
        this.environment = environment;
    }

    /** The settings of a unit in this process. */
    public static Settings of(String unit, Map<String, String> unitProperties) {
        return new Settings(unit, unitProperties, System::getProperty, System::getenv);
    }

    /**
     * The value of a setting.
     *
     * @param name the name without prefix, such as {@code include-depth}
     */
    public Optional<String> text(String name) {
        String ofUnit = "easymodel." + unit + "." + name;
        String ofAll = "easymodel." + name;
        return first(environment, variable(ofUnit), variable(ofAll))
                .or(() -> first(systemProperties, ofUnit, ofAll))
                .or(() -> first(unitProperties::get, ofUnit, ofAll));
    }

    /**
     * The value of a setting that is a whole number.
     *
     * @param name the name without prefix
     * @param least the least number that is taken; not negative
     * @param otherwise the number where nothing is set
     * @throws org.easymodel.failure.ConfigurationException EM-2004 if something else is set
     */
    public int number(String name, int least, int otherwise) {
        String text = text(name).map(String::strip).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw SettingProblems.wrongNumber("easymodel." + name, least);
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> first(Function<String, @Nullable String> source, String ofUnit, String ofAll) {
        return Optional.ofNullable(source.apply(ofUnit)).or(() -> Optional.ofNullable(source.apply(ofAll)));
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
