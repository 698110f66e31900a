package org.easymodel.eclipselink;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.easymodel.spi.ManyValues;

/**
 * A temporary table of the connection, which Derby empties at the end of the transaction.
 *
 * @param number says which rows of the table are these values: made of the values, so that equal lists make equal statements
 */
record DerbyTable(String type, List<Object> values, boolean ignoreCase, long number) implements ManyValues {

    private static final String THERE_ALREADY = "X0Y32";

    private static final int BATCH = 1000;

    private static final int MOST_DIGITS = 31;

    DerbyTable(String type, List<Object> values, boolean ignoreCase) {
        this(type, values, ignoreCase, number(values));
    }

    private static long number(List<Object> values) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object value : values) {
                byte[] text = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(text.length).array());
                digest.update(text);
            }
            return ByteBuffer.wrap(digest.digest()).getLong() & Long.MAX_VALUE;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** A table for values of a class; empty if Derby has no column that takes all of them as they are. */
    static Optional<ManyValues> of(String type, List<Object> values, boolean ignoreCase) {
        boolean fractions = values.stream().anyMatch(each -> each instanceof LocalTime time && time.getNano() != 0);
        if (!type.equals("numeric")) {
            return fractions ? Optional.empty() : Optional.of(new DerbyTable(type, values, ignoreCase));
        }
        int scale = 0;
        int whole = 0;
        for (Object value : values) {
            BigDecimal number = (BigDecimal) bound(value);
            scale = Math.max(scale, number.scale());
            whole = Math.max(whole, number.precision() - number.scale());
        }
        return scale + Math.max(whole, 0) <= MOST_DIGITS
                ? Optional.of(new DerbyTable("decimal(" + MOST_DIGITS + ", " + scale + ")", values, ignoreCase))
                : Optional.empty();
    }

    private String name() {
        return "session.easymodel_" + type.replaceAll("\\W+", "_");
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
                    statement.setObject(2, bound(values.get(i)));
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

    /** Derby's driver takes the old types only. */
    private static Object bound(Object value) {
        if (value instanceof LocalDate day) {
            return Date.valueOf(day);
        } else if (value instanceof LocalDateTime time) {
            return Timestamp.valueOf(time);
        } else if (value instanceof LocalTime time) {
            return Time.valueOf(time);
        }
        return value instanceof BigInteger number ? new BigDecimal(number) : value;
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
