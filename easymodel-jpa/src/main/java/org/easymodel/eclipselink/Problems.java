package org.easymodel.eclipselink;

import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.DatabaseException;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.Problem;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.relate.PolymorphicDescription;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.jspecify.annotations.Nullable;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static RelationshipNotLoadedException notLoaded(String entity, String attribute) {
        return new RelationshipNotLoadedException(new Problem(
                "EM-1402",
                entity + "." + attribute,
                "the relationship is not loaded.",
                "Ask for it with include(\"" + attribute + "\") before the query runs."));
    }

    static RelationshipNotLoadedException lazyNotRead(String entity, String attribute) {
        return new RelationshipNotLoadedException(new Problem(
                "EM-1403",
                entity + "." + attribute,
                "the attribute is lazy and was not read.",
                "Map it without fetch = LAZY."));
    }

    static InvalidRequestException keyNotYetThere(DatabaseMapping relationship) {
        String target = relationship.getReferenceDescriptor().getAlias();
        return new InvalidRequestException(new Problem(
                "EM-1150",
                relationship.getDescriptor().getAlias() + "." + relationship.getAttributeName(),
                "it leads to a new " + target + " whose key the database gives when it is inserted.",
                "Persist and flush the " + target + " before a row that is there already leads to it."));
    }

    static InvalidRequestException pairNotYetThere(PolymorphicDescription pair, String target) {
        return new InvalidRequestException(new Problem(
                "EM-1150",
                pair.toString(),
                "it leads to a new " + target + " whose key the database gives when it is inserted.",
                "Persist and flush the " + target + " first."));
    }

    static InvalidRequestException noneOfPair(PolymorphicDescription pair, Class<?> given) {
        return new InvalidRequestException(new Problem(
                "EM-1179",
                pair.toString(),
                "it leads to " + String.join(" or ", pair.entities()) + ", and was set to a " + given.getSimpleName()
                        + ".",
                "Set it to one of these, or add the class to @Polymorphic(types = ...)."));
    }

    static Problem notAKey(String attribute, String fact) {
        return new Problem(
                "EM-1124",
                attribute,
                "it is annotated with @References, but " + fact + ", so that it cannot hold the key of another entity.",
                "Remove the annotation, or declare the relationship with @ManyToOne.");
    }

    static ConfigurationException customizerMissing(String unit) {
        return new ConfigurationException(new Problem(
                "EM-1001",
                "persistence unit '" + unit + "'",
                "the session customizer of EasyModel is not set, so that no relationship could be inferred.",
                "Add <property name=\"eclipselink.session.customizer\" value=\"" + EasyModelCustomizer.class.getName()
                        + "\"/> to the unit in persistence.xml."));
    }

    static ConfigurationException noCustomizer(String className, @Nullable Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1002",
                        EasyModelCustomizer.DELEGATE,
                        "the property names " + className
                                + ", which is no SessionCustomizer with a constructor without parameters.",
                        "Name a class that implements org.eclipse.persistence.sessions.SessionCustomizer.")),
                cause);
    }

    static ConfigurationException noRules(String className, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1128",
                        "easymodel." + RulesInCode.SETTING,
                        "the property names " + className
                                + ", which is no RelationshipRules with a public constructor without parameters.",
                        "Name a class that implements org.easymodel.model.RelationshipRules.")),
                cause);
    }

    static ConfigurationException unitFailed(String unit, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1004",
                        "persistence unit '" + unit + "'",
                        "EclipseLink cannot deploy it: " + firstLine(cause) + ".",
                        "Correct the mappings or the configuration that the message names.")),
                cause);
    }

    static ConfigurationException nothingBeside(Class<?> place) {
        return new ConfigurationException(new Problem(
                "EM-2229",
                "EasyRepositories.builder",
                "beside " + place.getName() + " there is no class that is mapped, or the place cannot be read.",
                "Name the entities with entities(User.class, ..)."));
    }

    static ConfigurationException notLoadable(String name, Throwable cause) {
        return new ConfigurationException(
                List.of(
                        new Problem(
                                "EM-2229",
                                "EasyRepositories.builder",
                                name + " is mapped, but cannot be loaded.",
                                "Put what the class needs on the class path, or name the entities with entities(User.class, ..).")),
                cause);
    }

    static ConfigurationException noDatabase(String unit, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1005",
                        "persistence unit '" + unit + "'",
                        "it names no database, or no driver on the class path knows its URL.",
                        "Give it jakarta.persistence.jdbc.url or a data source in persistence.xml, and put the JDBC"
                                + " driver on the class path.")),
                cause);
    }

    static ConfigurationException noDataSource(String unit, String dataSource, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1006",
                        "persistence unit '" + unit + "'",
                        "its data source" + (dataSource.isEmpty() ? "" : " " + dataSource) + " cannot be found.",
                        "Define it in the server or the application, or correct its name in persistence.xml.")),
                cause);
    }

    static DatabaseException unreachable(String unit, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-1007",
                        "persistence unit '" + unit + "'",
                        "the database cannot be reached.",
                        "Check that it runs, and the address in the configuration.")),
                cause);
    }

    static ConfigurationException loginRefused(String unit, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-1008",
                        "persistence unit '" + unit + "'",
                        "the database refused the login.",
                        "Check user and password in the configuration.")),
                cause);
    }

    static DatabaseException databaseFailed(String unit, String state, Throwable cause) {
        return new DatabaseException(
                List.of(new Problem(
                        "EM-1009",
                        "persistence unit '" + unit + "'",
                        "the database failed" + (state.isEmpty() ? "" : " with SQL state " + state)
                                + " when the unit was opened.",
                        "The cause says how.")),
                cause);
    }

    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).strip().replaceFirst("^Exception Description: ", "");
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        return root.getClass().getSimpleName() + ": " + line.replaceAll("[.\\s]+$", "");
    }
}
