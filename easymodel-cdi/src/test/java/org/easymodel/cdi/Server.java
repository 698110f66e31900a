package org.easymodel.cdi;

import com.arjuna.ats.arjuna.common.ObjectStoreEnvironmentBean;
import com.arjuna.ats.internal.arjuna.objectstore.VolatileStore;
import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import com.arjuna.common.internal.util.propertyservice.BeanPopulator;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;

/** What a server has in JNDI: Narayana's transactions, a data source on H2 and a managed executor. */
final class Server implements AutoCloseable {

    static final String EXECUTOR = "java:comp/DefaultManagedExecutorService";
    static final String USER_TRANSACTION = "java:comp/UserTransaction";
    static final String REFERENCE = "java:comp/env/persistence/easymodel";

    private final JdbcDataSource database = new JdbcDataSource();
    private final ServerThreads threads = new ServerThreads();
    private final TransactionManager manager;
    private final UserTransaction transaction;

    static {
        for (String store : new String[] {null, "stateStore", "communicationStore"}) {
            BeanPopulator.getNamedInstance(ObjectStoreEnvironmentBean.class, store)
                    .setObjectStoreType(VolatileStore.class.getName());
        }
    }

    Server() {
        manager = com.arjuna.ats.jta.TransactionManager.transactionManager();
        transaction = com.arjuna.ats.jta.UserTransaction.userTransaction();
        TransactionSynchronizationRegistry registry = new TransactionSynchronizationRegistryImple();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        ServerNaming.open();
        ServerNaming.bind("java:/TransactionManager", manager);
        ServerNaming.bind("java:comp/TransactionSynchronizationRegistry", registry);
        ServerNaming.bind("java:jboss/TransactionSynchronizationRegistry", registry);
        ServerNaming.bind(USER_TRANSACTION, transaction);
        ServerNaming.bind(EXECUTOR, threads);
        ServerNaming.bind("java:app/jdbc/notes", new ServerDataSource(database, manager, registry));
    }

    UserTransaction transaction() {
        return transaction;
    }

    int status() {
        try {
            return manager.getStatus();
        } catch (SystemException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts work that needs the managed thread while that is busy, so that what depends on it runs there. */
    <T> T busy(Supplier<T> start) {
        CountDownLatch started = new CountDownLatch(1);
        threads.execute(() -> {
            try {
                started.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        try {
            return start.get();
        } finally {
            started.countDown();
        }
    }

    void stopThreads() {
        threads.shutdown();
    }

    /** Threads are used again, and a transaction left behind would follow them. */
    @Override
    public void close() throws SQLException {
        threads.shutdown();
        ServerNaming.close();
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("SHUTDOWN");
        }
        try {
            if (manager.suspend() != null) {
                throw new AssertionError("A transaction is left on the thread");
            }
        } catch (SystemException e) {
            throw new AssertionError(e);
        }
    }
}
