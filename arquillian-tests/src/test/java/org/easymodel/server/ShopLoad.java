package org.easymodel.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.easymodel.server.probe.Heap;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR of the example on PostgreSQL under load; run by the profile {@code load} only. */
@ExtendWith(ArquillianExtension.class)
class ShopLoad {

    private static final int IN_FLIGHT = 200;
    private static final int LARGEST_POOL = 20;
    private static final long MEGABYTE = 1 << 20;
    private static final String OTHERS =
            "from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()";

    private final ShopClient client = new ShopClient();

    @Deployment(testable = false)
    static WebArchive war() {
        return ShopWar.onPostgres(LARGEST_POOL).addPackage(Heap.class.getPackage());
    }

    @Test
    void requestsInFlight_areAnswered_andLeaveNothingBehind() throws Exception {
        new ShopVisitors(client).run(IN_FLIGHT, Duration.ofSeconds(10));
        long heap = heap();
        ShopVisitors visitors = new ShopVisitors(client);
        visitors.run(IN_FLIGHT, Duration.ofSeconds(Long.getLong("load.seconds")));
        long growth = heap() - heap;
        long connections = connections();

        System.out.printf(
                "%,d requests, of them %,d orders; median %d ms, 99 of 100 within %d ms; a page without database within %d ms;"
                        + " heap %,d MB, grown by %,d kB; %d connections, all at rest%n",
                visitors.answers(),
                visitors.orders(),
                visitors.millisOf(0.5),
                visitors.millisOf(0.99),
                visitors.slowestPageMillis(),
                heap / MEGABYTE,
                growth / 1024,
                connections);
        assertThat(visitors.failures()).isEmpty();
        assertThat(growth).isLessThan(20 * MEGABYTE);
        assertThat(connections).isLessThanOrEqualTo(LARGEST_POOL);
    }

    @Test
    void requestsThatWaitForTheDatabase_holdNoThreadOfTheServer() throws SQLException {
        List<CompletableFuture<HttpResponse<String>>> waiting;
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table product in access exclusive mode");
            waiting = IntStream.range(0, IN_FLIGHT)
                    .mapToObj(each -> client.getLater("api/products"))
                    .toList();
            while (number(statement, "select count(*) from pg_locks where not granted") == 0) {
                assertThat(waiting).noneMatch(CompletableFuture::isDone);
            }

            for (int i = 0; i < 20; i++) {
                assertThat(client.get("index.html").statusCode()).isEqualTo(200);
            }
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            connection.rollback();
        }
        assertThat(waiting)
                .allSatisfy(each -> assertThat(each.join().statusCode()).isEqualTo(200));
    }

    private long heap() {
        return Long.parseLong(client.get("api/heap").body());
    }

    /** How many there are, all of them at rest; the pool lets go of them in its own time. */
    private static long connections() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            assertThat(number(statement, "select count(*) " + OTHERS + " and state <> 'idle'"))
                    .isZero();
            return number(statement, "select count(*) " + OTHERS);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static Connection connection() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + Postgres.port() + "/postgres", "postgres", "postgres");
    }
}
