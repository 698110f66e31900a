package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.easymodel.cdi.Application.result;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.easymodel.observe.Operation;
import org.junit.jupiter.api.Test;

/** Operations are events of CDI. */
class ObservingTest {

    @ApplicationScoped
    static class Watch {

        private final List<Operation> told = new CopyOnWriteArrayList<>();

        void ended(@Observes Operation operation) {
            told.add(operation);
        }

        List<Operation> told() {
            return told;
        }
    }

    @Test
    void operation_isTold_beforeTheCallerHasItsResult() {
        try (Application application = Application.start("one", Watch.class)) {
            result(application.notes().select().count());
            assertThat(application.bean(Watch.class).told()).singleElement().satisfies(operation -> {
                assertThat(operation.unit()).isEqualTo("notes");
                assertThat(operation.entity()).isEqualTo("Note");
                assertThat(operation.verb()).isEqualTo("select");
            });
        }
    }
}
