package org.easymodel.cdi;

import java.util.Collection;
import java.util.List;
import org.easymodel.failure.ConfigurationException;
import org.easymodel.failure.Problem;

/** The messages of this package. */
final class Problems {

    private Problems() {}

    static ConfigurationException noEntityNamed(String point) {
        return failure(
                "EM-4001",
                point,
                "the injection point does not name an entity class.",
                "Write the entity as the type argument, as in EasyRepository<User>.");
    }

    static ConfigurationException noUnit() {
        return failure(
                "EM-4002",
                "META-INF/persistence.xml",
                "there is no persistence unit: no bean of type EntityManagerFactory, no reference"
                        + " persistence/easymodel, and no META-INF/persistence.xml on the class path.",
                "Add META-INF/persistence.xml with one persistence unit.");
    }

    static ConfigurationException severalUnits(List<String> names) {
        return failure(
                "EM-4003",
                "META-INF/persistence.xml",
                "there are several persistence units: " + String.join(", ", names) + ".",
                "Say which one is meant: @Inject @Unit(\"" + names.get(0) + "\") EasyRepository<...>.");
    }

    static ConfigurationException severalFactories() {
        return failure(
                "EM-4004",
                "EntityManagerFactory",
                "there are several beans of this type without a qualifier.",
                "Qualify each with @Unit, and the injection points of repositories too.");
    }

    static ConfigurationException unknownUnit(String unit, List<String> names) {
        return failure(
                "EM-4005",
                "@Unit(\"" + unit + "\")",
                "there is no persistence unit of that name"
                        + (names.isEmpty() ? "." : ", but " + String.join(", ", names) + "."),
                "Name a unit of META-INF/persistence.xml.");
    }

    static ConfigurationException unreferencedUnit(String unit) {
        return failure(
                "EM-4006",
                "persistence unit '" + unit + "'",
                "the application does not say that repositories use it.",
                "Produce its factory as a bean: @Produces @Unit(\"" + unit + "\") @PersistenceUnit(unitName = \"" + unit
                        + "\") EntityManagerFactory. For injection points without @Unit, a <persistence-unit-ref> in"
                        + " web.xml with the name persistence/easymodel does it too.");
    }

    static ConfigurationException noManagedExecutor() {
        return failure(
                "EM-4007",
                "java:comp/DefaultManagedExecutorService",
                "the server has no default managed executor.",
                "Switch on Jakarta Concurrency in the server.");
    }

    static ConfigurationException noUserTransaction() {
        return failure(
                "EM-4008",
                "java:comp/UserTransaction",
                "a transaction is needed, and none can be begun here.",
                "Call from a transaction of the container, or from a component that may use UserTransaction.");
    }

    static ConfigurationException noEngine() {
        return failure(
                "EM-4009",
                "class path",
                "the repository engine is not there.",
                "Deliver easymodel-jpa beside easymodel-cdi, with its META-INF/services.");
    }

    static ConfigurationException unitFailed(String unit, Throwable cause) {
        return new ConfigurationException(
                List.of(new Problem(
                        "EM-4010",
                        "persistence unit '" + unit + "'",
                        "no factory can be made of it" + reason(cause) + ".",
                        "Correct the mappings or the configuration that the cause names.")),
                cause);
    }

    static ConfigurationException severalFactories(String unit) {
        return failure(
                "EM-4011",
                "@Unit(\"" + unit + "\") EntityManagerFactory",
                "there are several beans of this type with this qualifier.",
                "Keep one of them.");
    }

    static ConfigurationException factoryNeedsRepository(String unit) {
        return failure(
                "EM-4012",
                unit.isEmpty() ? "EntityManagerFactory" : "@Unit(\"" + unit + "\") EntityManagerFactory",
                "making the factory of the repositories needs one of these repositories.",
                "Produce the factory in a bean without repositories.");
    }

    static ConfigurationException noTransactionManager(List<String> names) {
        return failure(
                "EM-4013",
                "transaction",
                "the server shows no transaction manager under " + String.join(", ", names) + ".",
                "Use the blocking view for transactions of several verbs.");
    }

    static ConfigurationException wrongDeployment(List<Problem> problems) {
        return new ConfigurationException(problems, null);
    }

    static Problem genericInterface(String place, Class<?> repository) {
        return new Problem(
                "EM-4020",
                place,
                repository.getName() + " has type parameters, so that it is no interface of one entity.",
                "Write interface UserRepository extends " + repository.getSimpleName() + "<User>, and inject that.");
    }

    static Problem noEntity(String place, Class<?> entity) {
        return new Problem(
                "EM-4021", place, entity.getName() + " is no entity.", "Annotate it with @Entity, or name an entity.");
    }

    static Problem otherUnit(String place, String unit, Class<?> repository, String ofType) {
        return new Problem(
                "EM-4022",
                place,
                "@Unit(\"" + unit + "\") stands here, and @Unit(\"" + ofType + "\") at " + repository.getName() + ".",
                "Remove one of the two.");
    }

    static Problem unitsAbove(Class<?> repository, Collection<String> units) {
        return new Problem(
                "EM-4023",
                repository.getName(),
                "the interfaces above it name several units: " + String.join(", ", units) + ".",
                "Say which one is meant with @Unit at this interface.");
    }

    /** The first line of the root cause, unless it shows a URL, which may hold credentials. */
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = String.valueOf(root.getMessage()).strip().replaceFirst("^Exception Description: ", "");
        String line = message.lines().findFirst().orElse("").replaceAll("[.\\s]+$", "");
        return line.isEmpty() || line.contains("jdbc:") ? "" : ": " + line;
    }

    private static ConfigurationException failure(String code, String place, String fact, String remedy) {
        return new ConfigurationException(new Problem(code, place, fact, remedy));
    }
}
