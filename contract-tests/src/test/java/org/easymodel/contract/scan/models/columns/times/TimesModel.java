package org.easymodel.contract.scan.models.columns.times;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import org.easymodel.contract.scan.models.Rows;
import org.easymodel.contract.scan.models.ScanModel;
import org.easymodel.model.UtcInstantConverter;

/** Each type of a date or time, as this line of EclipseLink binds it: some as what they are, some serialized. */
public final class TimesModel implements ScanModel {

    @Override
    public List<Class<?>> classes() {
        return List.of(Moments.class, Legacy.class, UtcInstantConverter.class);
    }

    @Override
    public List<Object> rows() {
        Moments moments = new Moments();
        moments.id = 1L;
        moments.someDate = LocalDate.of(2024, 2, 29);
        moments.someTime = LocalTime.of(23, 59, 58);
        moments.someDateTime = LocalDateTime.of(2024, 2, 29, 1, 2, 3, 456_000_000);
        moments.instant = Instant.parse("2024-02-29T01:02:03.456789Z");
        moments.zoned = ZonedDateTime.of(moments.someDateTime, ZoneId.of("Europe/Vienna"));
        moments.someYear = Year.of(2024);
        moments.duration = Duration.ofDays(400);
        moments.period = Period.ofMonths(14);
        moments.yearMonth = YearMonth.of(2024, 2);
        moments.monthDay = MonthDay.of(2, 29);
        moments.utc = Instant.parse("2024-10-27T00:30:00Z");
        moments.weekday = DayOfWeek.SUNDAY;
        Legacy legacy = new Legacy();
        legacy.id = 1;
        legacy.birthday = new GregorianCalendar(2000, Calendar.JANUARY, 31).getTime();
        legacy.alarm = new Date(7 * 60 * 60 * 1000L);
        legacy.touched = new Date(1_700_000_000_123L);
        legacy.calendar = new GregorianCalendar(2001, Calendar.MARCH, 1, 12, 0, 1);
        legacy.sqlDate = java.sql.Date.valueOf("1999-12-31");
        legacy.sqlTime = java.sql.Time.valueOf("01:02:03");
        legacy.sqlTimestamp = java.sql.Timestamp.valueOf("1999-12-31 23:59:59.5");
        return List.of(moments, legacy);
    }

    @Override
    public void change(Rows rows) {
        rows.the(Moments.class).instant = Instant.EPOCH;
        rows.the(Moments.class).duration = Duration.ZERO;
        rows.the(Moments.class).someTime = LocalTime.MIDNIGHT;
        rows.the(Legacy.class).touched = new Date(0);
    }
}

@Entity
class Moments {
    @Id
    Long id;

    @Version
    int version;

    LocalDate someDate;
    LocalTime someTime;

    @Column(nullable = false)
    LocalDateTime someDateTime;

    Instant instant;
    ZonedDateTime zoned;
    Year someYear;
    Duration duration;
    Period period;
    YearMonth yearMonth;
    MonthDay monthDay;

    @Convert(converter = UtcInstantConverter.class)
    Instant utc;

    DayOfWeek weekday;
}

@Entity
class Legacy {
    @Id
    int id;

    @Temporal(TemporalType.DATE)
    Date birthday;

    @Temporal(TemporalType.TIME)
    Date alarm;

    @Temporal(TemporalType.TIMESTAMP)
    Date touched;

    @Temporal(TemporalType.TIMESTAMP)
    Calendar calendar;

    java.sql.Date sqlDate;
    java.sql.Time sqlTime;
    java.sql.Timestamp sqlTimestamp;
}
