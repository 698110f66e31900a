package org.easymodel.contract.units;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.easymodel.eclipselink.EasyModelCustomizer;

/** One persistence unit that a test makes up, as {@code persistence.xml} writes it. */
public final class UnitXml {

    private final String name;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<String> classes = new ArrayList<>();
    private final List<String> afterClasses = new ArrayList<>();
    private String transactions = "RESOURCE_LOCAL";

    private UnitXml(String name) {
        this.name = name;
    }

    /** A unit with our customizer and these classes. */
    public static UnitXml of(String name, List<Class<?>> classes) {
        return ofNames(name, classes.stream().map(Class::getName).toList());
    }

    /** A unit with our customizer and the classes of these names. */
    public static UnitXml ofNames(String name, List<String> classes) {
        UnitXml unit = new UnitXml(name);
        unit.properties.put("eclipselink.session.customizer", EasyModelCustomizer.class.getName());
        unit.properties.put("eclipselink.logging.level", "OFF");
        unit.classes.addAll(classes);
        return unit;
    }

    public UnitXml with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    public UnitXml withDefault(String property, String value) {
        properties.putIfAbsent(property, value);
        return this;
    }

    public UnitXml without(String property) {
        properties.remove(property);
        return this;
    }

    public UnitXml jta(String dataSource) {
        transactions = "JTA";
        lines.add("<jta-data-source>" + dataSource + "</jta-data-source>");
        return this;
    }

    /** With an object-relational mapping file of the class path. */
    public UnitXml mappingFile(String path) {
        lines.add("<mapping-file>" + path + "</mapping-file>");
        return this;
    }

    public UnitXml sharedCacheMode(String mode) {
        properties.remove("eclipselink.cache.shared.default");
        afterClasses.add("<shared-cache-mode>" + mode + "</shared-cache-mode>");
        return this;
    }

    String xml() {
        StringBuilder xml = new StringBuilder("<persistence-unit name=\"" + name + "\" transaction-type=\""
                + transactions + "\">\n<provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>\n");
        lines.forEach(line -> xml.append(line).append('\n'));
        classes.forEach(type -> xml.append("<class>").append(type).append("</class>\n"));
        xml.append("<exclude-unlisted-classes>true</exclude-unlisted-classes>\n");
        afterClasses.forEach(line -> xml.append(line).append('\n'));
        xml.append("<properties>\n");
        properties.forEach(
                (property, value) -> xml.append("<property name=\"" + property + "\" value=\"" + value + "\"/>\n"));
        return xml.append("</properties>\n</persistence-unit>\n").toString();
    }
}
