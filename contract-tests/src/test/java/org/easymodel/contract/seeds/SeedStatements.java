package org.easymodel.contract.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.easymodel.BlockingRepository;
import org.easymodel.contract.repository.SqlTap;
import org.eclipse.persistence.sessions.server.ServerSession;

/** The statements that a repository sends, where a document promises how many there are. */
final class SeedStatements {

    private static final Map<ServerSession, SqlTap> TAPS = new ConcurrentHashMap<>();

    private SeedStatements() {}

    /** Runs a call that sends exactly so many statements. */
    static <R> R counting(BlockingRepository<?> rows, int expected, Supplier<R> call) {
        SqlTap tap = rows.transaction(tx ->
                tx.entityManager(em -> TAPS.computeIfAbsent(em.unwrap(ServerSession.class), SeedStatements::tap)));
        tap.reset();
        R result = call.get();
        assertThat(tap.statements()).hasSize(expected);
        return result;
    }

    private static SqlTap tap(ServerSession session) {
        SqlTap tap = new SqlTap();
        session.getEventManager().addListener(tap);
        return tap;
    }
}
