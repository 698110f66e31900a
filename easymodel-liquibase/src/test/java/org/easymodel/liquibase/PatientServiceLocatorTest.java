package org.easymodel.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PatientServiceLocatorTest {

    @Test
    void findInstances_whileAPartIsMade_findsPartsToo() {
        assertThat(new PatientServiceLocator().findInstances(Part.class))
                .singleElement()
                .satisfies(part -> assertThat(part.found()).hasSize(1));
    }

    /** A kind of part. */
    public interface Part {

        List<Part> found();
    }

    /** A part that asks for parts while it is made, as Liquibase's parsers do. */
    public static final class Asking implements Part {

        private static final ThreadLocal<Boolean> ASKS = ThreadLocal.withInitial(() -> false);

        private final List<Part> found;

        public Asking() {
            boolean first = !ASKS.get();
            ASKS.set(true);
            found = first ? new PatientServiceLocator().findInstances(Part.class) : List.of();
            ASKS.set(!first);
        }

        @Override
        public List<Part> found() {
            return found;
        }
    }
}
