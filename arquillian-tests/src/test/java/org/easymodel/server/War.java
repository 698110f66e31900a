package org.easymodel.server;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Builds a WAR under test, with the library in {@code WEB-INF/lib}. Used outside the server only. */
final class War {

    private static final String REFERENCE =
            "<persistence-unit-ref><persistence-unit-ref-name>persistence/easymodel</persistence-unit-ref-name></persistence-unit-ref>";

    private final WebArchive archive;
    private final List<DeployedUnit> units = new ArrayList<>();
    private boolean reference;
    private boolean defaultUnit;
    private boolean migrating;

    private War(String name) {
        archive = ShrinkWrap.create(WebArchive.class, name + ".war")
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
    }

    static War named(String name) {
        return new War(name);
    }

    War with(Class<?>... classes) {
        archive.addClasses(classes);
        return this;
    }

    War withPackageOf(Class<?> type) {
        archive.addPackage(type.getPackage());
        return this;
    }

    War withUnit(DeployedUnit unit) {
        units.add(unit);
        return this;
    }

    /** Its only unit is found by a reference of its own. */
    War withReference() {
        reference = true;
        return this;
    }

    /** Its only unit is found by the fragment. */
    War withDefaultUnit() {
        defaultUnit = true;
        return this;
    }

    /** With what migrates. */
    War withMigration() {
        migrating = true;
        return this;
    }

    WebArchive build() {
        return buildWithoutLibraries().addAsLibraries(Libraries.of(defaultUnit, migrating));
    }

    /** For an EAR that has them. */
    WebArchive buildWithoutLibraries() {
        return archive.addAsResource(new StringAsset(persistenceXml()), "META-INF/persistence.xml")
                .setWebXML(new StringAsset(webXml()));
    }

    private String persistenceXml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <persistence xmlns="https://jakarta.ee/xml/ns/persistence" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                             xsi:schemaLocation="https://jakarta.ee/xml/ns/persistence https://jakarta.ee/xml/ns/persistence/persistence_3_0.xsd"
                             version="3.0">
                %s
                </persistence>
                """.formatted(units.stream().map(DeployedUnit::inPersistenceXml).collect(Collectors.joining()));
    }

    private String webXml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                         xsi:schemaLocation="https://jakarta.ee/xml/ns/jakartaee https://jakarta.ee/xml/ns/jakartaee/web-app_6_0.xsd"
                         version="6.0">
                %s
                %s
                </web-app>
                """.formatted(
                        reference ? REFERENCE : "",
                        units.stream().map(DeployedUnit::inWebXml).collect(Collectors.joining()));
    }
}
