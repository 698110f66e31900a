package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.easymodel.spi.ManyValues;

/** A temporary table of the connection, which Derby empties at the end of the transaction. */
record DerbyTable(String type, List<Object> values, boolean ignoreCase, long number) implements ManyValues {

    private static final AtomicLong NUMBERS = new AtomicLong();

    private static final String THERE_ALREADY = "X0Y32";

    private static final int BATCH = 1000;

    DerbyTable(String type, List<Object> values, boolean ignoreCase) {
        this(type, values, ignoreCase, NUMBERS.incrementAndGet());
    }

    private String name() {
        return "session.easymodel_" + type;
    }

    @Override
    public String condition(String subject, boolean negated, Function<Object, String> bind) {
        String value = ignoreCase ? "lower(v)" : "v";
        return "SQL('?', " + subject + ")" + (negated ? " not in " : " in ") + "(SQL('select " + value + " from "
                + name() + " where n = " + number + "'))";
    }

    @Override
    public void prepare(EntityManager entityManager) {
        Connection connection = entityManager.unwrap(Connection.class);
        try {
            declare(connection);
            try (PreparedStatement statement =
                    connection.prepareStatement("insert into " + name() + " (n, v) values (?, ?)")) {
                for (int i = 0; i < values.size(); i++) {
                    statement.setLong(1, number);
                    statement.setObject(2, values.get(i) instanceof LocalDate day ? Date.valueOf(day) : values.get(i));
                    statement.addBatch();
                    if (i % BATCH == BATCH - 1 || i == values.size() - 1) {
                        statement.executeBatch();
                    }
                }
            }
        } catch (SQLException e) {
            throw new jakarta.persistence.PersistenceException(e);
        }
    }

    private void declare(Connection connection) throws SQLException {
        String column = type.equals("varchar") ? "varchar(32672)" : type;
        try (Statement statement = connection.createStatement()) {
            statement.execute("declare global temporary table " + name() + " (n bigint, v " + column
                    + ") on commit delete rows not logged");
        } catch (SQLException e) {
            if (!THERE_ALREADY.equals(e.getSQLState())) {
                throw e;
            }
        }
    }
}
