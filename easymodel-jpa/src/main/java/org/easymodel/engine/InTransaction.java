package org.easymodel.engine;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.easymodel.ConnectionWork;
import org.easymodel.failure.InvalidRequestException;
import org.easymodel.failure.RelationshipNotLoadedException;
import org.easymodel.failure.RowCountException;
import org.easymodel.failure.RowNotFoundException;
import org.easymodel.spi.OpenTransaction;
import org.easymodel.spi.PersistentUnit;
import org.easymodel.spi.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The work of one transaction, and whether it may still be committed. One thread at a time.
 *
 * <p>Harm is what the database has seen fail: through the persistence context it is final, of plain SQL it can be taken back
 * to a savepoint.
 */
final class InTransaction implements UnitOfWork {

    private final String place;
    private final OpenTransaction open;
    private final Failures failures;
    private final PersistentUnit unit;
    private volatile @Nullable Throwable finalHarm;
    private volatile @Nullable Throwable harm;
    private int savepoints;

    InTransaction(String place, OpenTransaction open, Failures failures, PersistentUnit unit) {
        this.place = place;
        this.open = open;
        this.failures = failures;
        this.unit = unit;
    }

    /** What failed first, so that all of it must be rolled back; null if nothing did. */
    @Nullable
    Throwable harm() {
        return finalHarm != null ? finalHarm : harm;
    }

    void setRollbackOnly() {
        if (finalHarm == null) {
            finalHarm = TransactionProblems.onRequest(place);
        }
    }

    /** A verb of a repository: sees what was done before, and leaves an empty persistence context. */
    @Override
    public <R> R call(Function<EntityManager, R> verb) {
        return open.call(entityManager -> {
            try {
                entityManager.flush();
                R result = verb.apply(entityManager);
                entityManager.flush();
                unit.clear(entityManager);
                return result;
            } catch (InvalidRequestException
                    | RowNotFoundException
                    | RowCountException
                    | RelationshipNotLoadedException e) {
                unit.clear(entityManager);
                throw e;
            } catch (RuntimeException | Error e) {
                hurt(e);
                throw e;
            }
        });
    }

    @Override
    public boolean joins() {
        return true;
    }

    @Override
    public void failed(RuntimeException thrown, RuntimeException failure) {
        if (finalHarm == thrown) {
            finalHarm = failure;
        }
    }

    private void hurt(Throwable thrown) {
        if (finalHarm == null) {
            finalHarm = thrown;
        }
    }

    /** Work of the application with the entity manager; what it throws itself stays what it is. */
    <R> R entityManager(Function<? super EntityManager, ? extends R> work) {
        return open.call(entityManager -> {
            try {
                R result = work.apply(entityManager);
                entityManager.flush();
                return result;
            } catch (PersistenceException e) {
                RuntimeException failure = failures.translate(place, e);
                hurt(failure);
                throw failure;
            } catch (RuntimeException | Error e) {
                hurt(e);
                throw e;
            }
        });
    }

    <R> R connection(ConnectionWork<R> work) {
        return open.call(entityManager -> {
            entityManager.flush();
            try {
                return work.apply(entityManager.unwrap(Connection.class));
            } catch (SQLException e) {
                RuntimeException failure = failures.translate(place, new PersistenceException(e));
                damaged(failure);
                throw failure;
            } catch (RuntimeException | Error e) {
                damaged(e);
                throw e;
            }
        });
    }

    private void damaged(Throwable thrown) {
        if (harm == null) {
            harm = thrown;
        }
    }

    List<Map<String, Object>> rows(String text, Map<String, ?> parameters) {
        List<Map<String, Object>> rows = new ArrayList<>();
        read(text, parameters, (labels, values) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                row.put(labels.get(i), values[i]);
            }
            rows.add(Collections.unmodifiableMap(row));
        });
        return Collections.unmodifiableList(rows);
    }

    <R extends Record> List<R> rows(Class<R> type, String text, Map<String, ?> parameters) {
        List<R> rows = new ArrayList<>();
        List<RecordMapper<R>> mapper = new ArrayList<>();
        read(text, parameters, (labels, values) -> {
            if (mapper.isEmpty()) {
                mapper.add(RecordMapper.of(
                        place, type, labels.stream().map(InTransaction::camel).toList()));
            }
            rows.add(mapper.get(0).map(values));
        });
        return Collections.unmodifiableList(rows);
    }

    Long execute(String text, Map<String, ?> parameters) {
        NamedSql sql = NamedSql.of(place, text, parameters);
        return connection(connection -> {
            unit.log(sql.text());
            try (PreparedStatement statement = sql.prepare(connection)) {
                statement.execute();
                return Math.max(0L, statement.getUpdateCount());
            }
        });
    }

    /** Takes one row. */
    private interface Row {
        void take(List<String> labels, Object[] values);
    }

    private void read(String text, Map<String, ?> parameters, Row taker) {
        NamedSql sql = NamedSql.of(place, text, parameters);
        connection(connection -> {
            unit.log(sql.text());
            try (PreparedStatement statement = sql.prepare(connection)) {
                if (statement.execute()) {
                    try (ResultSet rows = statement.getResultSet()) {
                        List<String> labels = labels(rows.getMetaData());
                        while (rows.next()) {
                            Object[] values = new Object[labels.size()];
                            for (int i = 0; i < values.length; i++) {
                                values[i] = JdbcValue.of(rows.getObject(i + 1));
                            }
                            taker.take(labels, values);
                        }
                    }
                }
                return true;
            }
        });
    }

    private static List<String> labels(ResultSetMetaData columns) throws SQLException {
        List<String> labels = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            labels.add(columns.getColumnLabel(i).toLowerCase(Locale.ROOT));
        }
        return labels;
    }

    private static String camel(String label) {
        StringBuilder name = new StringBuilder();
        for (String word : label.split("_")) {
            name.append(
                    name.isEmpty() || word.isEmpty()
                            ? word
                            : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** Marks where the transaction is now. */
    Savepoint savepoint() {
        Savepoint savepoint = new Savepoint("easymodel_" + ++savepoints);
        step(savepoint::set);
        return savepoint;
    }

    /** Takes back what was done since; what the persistence context had failed at stays harm. */
    void rollbackTo(Savepoint savepoint) {
        open.call(entityManager -> {
            unit.clear(entityManager);
            return true;
        });
        harm = null;
        step(savepoint::rollBack);
    }

    void release(Savepoint savepoint) {
        step(savepoint::release);
    }

    private void step(Savepoint.Step step) {
        connection(connection -> {
            step.take(connection);
            return true;
        });
    }
}
