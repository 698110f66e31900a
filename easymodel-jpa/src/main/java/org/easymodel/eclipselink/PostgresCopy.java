package org.easymodel.eclipselink;

import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.SQLCall;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows by PostgreSQL's COPY. The driver is found behind the connection and called by reflection, since it need not be on
 * the class path.
 *
 * @param api the driver's object for it
 * @param copyIn its method that takes the statement and the rows
 */
record PostgresCopy(Object api, Method copyIn) {

    private static final String DRIVER = "org.postgresql.PGConnection";

    /** Over a connection of PostgreSQL whose driver lets itself be found; elsewhere empty. */
    static Optional<PostgresCopy> over(UnitOfWorkImpl work, Connection connection) {
        if (!work.getPlatform().isPostgreSQL()) {
            return Optional.empty();
        }
        try {
            for (Class<?> type : driverTypes(connection)) {
                if (connection.isWrapperFor(type)) {
                    Object driver = connection.unwrap(type);
                    Object api = type.getMethod("getCopyAPI").invoke(driver);
                    return Optional.of(
                            new PostgresCopy(api, api.getClass().getMethod("copyIn", String.class, Reader.class)));
                }
            }
            return Optional.empty();
        } catch (ReflectiveOperationException | SQLException e) {
            // Another driver, or a pool that shows none.
            return Optional.empty();
        }
    }

    /** In a server the driver is in a class loader of its own. */
    private static List<Class<?>> driverTypes(Connection connection) throws SQLException {
        List<Class<?>> types = new ArrayList<>();
        Stream.of(
                        connection.getClass().getClassLoader(),
                        connection.getMetaData().getClass().getClassLoader(),
                        Thread.currentThread().getContextClassLoader(),
                        PostgresCopy.class.getClassLoader())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(loader -> {
                    try {
                        types.add(Class.forName(DRIVER, false, loader));
                    } catch (ClassNotFoundException e) {
                        // Not in this one.
                    }
                });
        return types;
    }

    /** Whether the rows were sent; false if a value has no text that is surely the same, and nothing was done. */
    boolean send(InsertStatement insert, List<NewRow> rows, UnitOfWorkImpl work) {
        StringBuilder text = new StringBuilder();
        for (NewRow row : rows) {
            char separator = 0;
            for (DatabaseField column : insert.columns()) {
                if (separator != 0) {
                    text.append(separator);
                }
                separator = '\t';
                Object value = row.values().get(column);
                if (!write(value == null ? null : work.getPlatform().convertToDatabaseType(value), text)) {
                    return false;
                }
            }
            text.append('\n');
        }
        String sql = "COPY " + insert.tableName() + " (" + String.join(", ", insert.columnNames()) + ") FROM STDIN";
        SQLCall call = new SQLCall(sql);
        call.setQuery(rows.get(0).query());
        work.getEventManager().preExecuteCall(call);
        try {
            copyIn.invoke(api, sql, new StringReader(text.toString()));
            return true;
        } catch (InvocationTargetException e) {
            SQLException thrown = e.getCause() instanceof SQLException ofDatabase
                    ? ofDatabase
                    : new SQLException("COPY failed", e.getCause());
            throw InsertStatement.failure(thrown, rows.get(0), work);
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    private static boolean write(@Nullable Object value, StringBuilder text) {
        if (value == null) {
            text.append("\\N");
        } else if (value instanceof String || value instanceof Character) {
            escape(value.toString(), text);
        } else if (value instanceof byte[] bytes) {
            text.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof java.math.BigDecimal decimal) {
            text.append(decimal.toPlainString());
        } else if (value instanceof Float number) {
            // The column may be wider, and then holds what the driver sends: the number, not its shortest text.
            text.append(number.doubleValue());
        } else if (value instanceof Timestamp moment
                && isUsual(moment.toLocalDateTime().getYear())) {
            int seconds = TimeZone.getDefault().getOffset(moment.getTime()) / 1000;
            text.append(moment)
                    .append(
                            seconds == 0
                                    ? "+00"
                                    : ZoneOffset.ofTotalSeconds(seconds).getId());
        } else if (isItsText(value)) {
            text.append(value);
        } else {
            return false;
        }
        return true;
    }

    private static boolean isItsText(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof Date day && isUsual(day.toLocalDate().getYear())
                || value instanceof Time time && time.getTime() % 1000 == 0
                || isModern(value);
    }

    /** Years of more digits, or before the first, are written in another way by Java. */
    private static boolean isModern(Object value) {
        return value instanceof LocalTime
                || value instanceof OffsetTime
                || value instanceof LocalDate day && isUsual(day.getYear())
                || value instanceof LocalDateTime moment && isUsual(moment.getYear())
                || value instanceof OffsetDateTime instant && isUsual(instant.getYear());
    }

    private static boolean isUsual(int year) {
        return year > 0 && year < 10_000;
    }

    private static void escape(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char letter = value.charAt(i);
            switch (letter) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(letter);
            }
        }
    }
}
