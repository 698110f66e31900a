package org.easymodel.contract.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLClassLoader;
import org.easymodel.contract.scan.models.EclipseLinkFive;
import org.junit.jupiter.api.Test;

/** Without a choice of the application the shared cache is off: what another node has written is read. */
class SharedCacheTest {

    private static final String URL = "jdbc:h2:mem:shared_cache";

    @Test
    void changeElsewhere_isRead() throws Exception {
        assertThat(SharedCacheProbe.nameAfterChangeElsewhere(URL + ";DB_CLOSE_DELAY=-1"))
                .isEqualTo("new");
    }

    @Test
    void changeElsewhere_withEclipseLinkFive_isRead() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader five = EclipseLinkFive.loader()) {
            thread.setContextClassLoader(five);
            assertThat(five.loadClass(SharedCacheProbe.class.getName())
                            .getMethod("nameAfterChangeElsewhere", String.class)
                            .invoke(null, URL + "_5;DB_CLOSE_DELAY=-1"))
                    .isEqualTo("new");
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
