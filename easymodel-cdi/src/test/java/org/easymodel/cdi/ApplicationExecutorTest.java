package org.easymodel.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ContextService;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.easymodel.spi.ContextExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which surroundings a task gets, by who hands it over. One application is at home, named shop. */
class ApplicationExecutorTest {

    private final List<String> seen = new ArrayList<>();
    private String application = "shop";
    private final Executor managed = task -> {
        seen.add(application);
        task.run();
    };

    @BeforeEach
    void openServer() {
        ServerNaming.open();
        ServerNaming.bind("java:comp/DefaultContextService", contexts());
        enter("shop");
    }

    @AfterEach
    void closeServer() {
        ServerNaming.close();
    }

    private void enter(String name) {
        application = name;
        ServerNaming.unbind("java:app/AppName");
        if (!name.isEmpty()) {
            ServerNaming.bind("java:app/AppName", name.replaceAll("/.*", ""));
        }
    }

    /** Puts back the application of the moment when it was asked, for as long as a task runs. */
    private ContextService contexts() {
        return (ContextService) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ContextService.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("currentContextExecutor");
                    String captured = application;
                    return (Executor) task -> {
                        String before = application;
                        enter(captured);
                        try {
                            task.run();
                        } finally {
                            enter(before);
                        }
                    };
                });
    }

    @Test
    void execute_byAThreadOfTheApplication_keepsItsSurroundings() {
        Executor executor = ApplicationExecutor.of(managed);
        enter("shop/jane");

        executor.execute(() -> {});

        assertThat(seen).containsExactly("shop/jane");
    }

    @Test
    void execute_byAnyOtherThread_givesThoseOfTheApplication() {
        Executor executor = ApplicationExecutor.of(managed);
        enter("");
        executor.execute(() -> {});
        enter("gone");
        executor.execute(() -> {});

        assertThat(seen).containsExactly("shop", "shop");
        assertThat(application).isEqualTo("gone");
    }

    @Test
    void ofCaller_givesThoseOfTheCallerLater() {
        Executor executor = ApplicationExecutor.of(managed);
        enter("shop/jane");
        Executor later = ((ContextExecutor) executor).ofCaller();
        enter("gone");

        later.execute(() -> {});

        assertThat(seen).containsExactly("shop/jane");
    }

    @Test
    void ofCaller_whoIsNotOfTheApplication_givesThoseOfTheApplication() {
        Executor executor = ApplicationExecutor.of(managed);
        enter("gone");
        Executor later = ((ContextExecutor) executor).ofCaller();

        later.execute(() -> {});

        assertThat(seen).containsExactly("shop");
    }

    @Test
    void refusal_isSeenAsSuch() {
        Executor executor = ApplicationExecutor.of(task -> {
            throw new RejectedExecutionException("full");
        });
        enter("gone");

        assertThatThrownBy(() -> executor.execute(() -> {}))
                .isInstanceOf(RejectedExecutionException.class)
                .hasMessage("full");
    }

    @Test
    void of_withoutAContextService_isTheManagedExecutor() {
        ServerNaming.unbind("java:comp/DefaultContextService");

        assertThat(ApplicationExecutor.of(managed)).isSameAs(managed);
    }
}
