package org.easymodel.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.Map;
import java.util.Optional;

/** The transactions of a server, looked up when they are needed, on whatever thread that is. */
final class JtaTransactions {

    static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    /** Reads see what the transaction has written through another entity manager; a hint that others than EclipseLink skip. */
    static final Map<String, String> JOINED = Map.of("eclipselink.transaction.join-existing", "true");

    private JtaTransactions() {}

    static Optional<TransactionSynchronizationRegistry> registry() {
        return Naming.lookup(REGISTRY, TransactionSynchronizationRegistry.class);
    }

    static boolean isActive() {
        return registry()
                .filter(registry -> registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION)
                .isPresent();
    }

    static UserTransaction user() {
        return Naming.lookup("java:comp/UserTransaction", UserTransaction.class)
                .orElseThrow(Problems::noUserTransaction);
    }
}
