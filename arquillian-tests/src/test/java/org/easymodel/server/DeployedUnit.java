package org.easymodel.server;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A persistence unit of an application under test, with the data source that its {@code web.xml} defines. Immutable. Used
 * outside the server only.
 *
 * @param name of the unit, and of its data source
 * @param dataSource the elements of {@code web.xml}
 * @param entities the entity classes; none to have them found
 * @param properties further properties of the unit
 */
record DeployedUnit(String name, String dataSource, List<Class<?>> entities, Map<String, String> properties) {

    /** Whose entities are found, and whose tables EclipseLink makes. */
    static DeployedUnit of(String name, String dataSource) {
        return new DeployedUnit(
                name,
                dataSource,
                List.of(),
                Map.of("jakarta.persistence.schema-generation.database.action", "drop-and-create"));
    }

    DeployedUnit withEntities(Class<?>... entities) {
        return new DeployedUnit(name, dataSource, List.of(entities), properties);
    }

    /** Whose tables this library makes. */
    DeployedUnit migrating(String mode) {
        return new DeployedUnit(name, dataSource, entities, Map.of("easymodel.migrate", mode));
    }

    String inPersistenceXml() {
        Map<String, String> all = new LinkedHashMap<>(properties);
        all.put("eclipselink.session.customizer", "org.easymodel.eclipselink.EasyModelCustomizer");
        if (Servers.isWildFly()) {
            all.put("jboss.as.jpa.providerModule", "application");
            all.put("wildfly.jpa.applicationdatasource", "true");
        }
        return """
                <persistence-unit name="%s" transaction-type="JTA">
                  <provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>
                  <jta-data-source>%s</jta-data-source>
                  %s
                  <exclude-unlisted-classes>%s</exclude-unlisted-classes>
                  <properties>
                    %s
                  </properties>
                </persistence-unit>
                """.formatted(
                        name,
                        jndiName(),
                        classes(),
                        !entities.isEmpty(),
                        lines(all.entrySet().stream().map(each -> "<property name=\"%s\" value=\"%s\"/>"
                                .formatted(each.getKey(), each.getValue()))));
    }

    String inWebXml() {
        return """
                <data-source>
                  <name>%s</name>
                  %s
                </data-source>
                """.formatted(jndiName(), dataSource);
    }

    private String jndiName() {
        return "java:app/jdbc/" + name;
    }

    private String classes() {
        return entities.isEmpty()
                ? ""
                : lines(Stream.concat(
                                Stream.of("org.easymodel.model.EasyModel", "org.easymodel.model.Timestamped"),
                                entities.stream().map(Class::getName))
                        .map("<class>%s</class>"::formatted));
    }

    private static String lines(Stream<String> lines) {
        return lines.collect(Collectors.joining("\n"));
    }
}
