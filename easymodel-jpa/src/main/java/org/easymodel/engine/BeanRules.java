package org.easymodel.engine;

import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import org.easymodel.failure.Problem;
import org.easymodel.spi.PersistentUnit;

/** The constraints of Bean Validation, where a provider of it is on the class path. Safe for any number of threads. */
interface BeanRules {

    /** No provider, or validation is switched off. */
    BeanRules NONE = new BeanRules() {

        @Override
        public void check(String place, Node node, List<Problem> problems) {
            // Nothing is known of constraints.
        }

        @Override
        public void checkRow(String place, Node node, Object row) {
            // Nothing is known of constraints.
        }

        @Override
        public boolean isValid(Object row) {
            return true;
        }

        @Override
        public boolean speakOfWhole(Class<?> type) {
            return false;
        }

        @Override
        public List<Problem> violations(String place, Throwable thrown) {
            return List.of();
        }
    };

    /** The rules for a unit, which may switch them off as Jakarta Persistence says. */
    static BeanRules of(PersistentUnit unit, EntityManagerFactory factory, Anatomy anatomy) {
        String mode = unit.properties().getOrDefault("jakarta.persistence.validation.mode", "AUTO");
        if (mode.equalsIgnoreCase("NONE")) {
            return NONE;
        }
        try {
            Class.forName("jakarta.validation.Validation", false, BeanRules.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return NONE;
        }
        return ValidatorRules.of(
                unit.name(), factory.getProperties().get("jakarta.persistence.validation.factory"), anatomy);
    }

    /** Notes which given values do not meet the constraints of their attributes. */
    void check(String place, Node node, List<Problem> problems);

    /**
     * Checks a row as it will be written.
     *
     * @throws org.easymodel.failure.InvalidRequestException if it does not meet all constraints
     */
    void checkRow(String place, Node node, Object row);

    /** Whether a row meets all constraints, also those that a callback could still see to. */
    boolean isValid(Object row);

    /** Whether there are constraints that need more than one attribute to be judged. */
    boolean speakOfWhole(Class<?> type);

    /** What the provider found when it validated a row by itself; nothing if that is not what was thrown. */
    List<Problem> violations(String place, Throwable thrown);
}
