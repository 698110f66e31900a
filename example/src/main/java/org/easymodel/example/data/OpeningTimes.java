package org.easymodel.example.data;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The life of the shop, from the first registration to the last order, and the times at which people visit it. */
final class OpeningTimes {

    static final LocalDate FIRST_REGISTRATION = LocalDate.of(2021, 3, 1);
    static final LocalDate FIRST_ORDER = LocalDate.of(2021, 4, 1);
    static final LocalDate LAST_ORDER = LocalDate.of(2025, 6, 30);
    static final Instant END = instant(LAST_ORDER.plusDays(1), LocalTime.MIDNIGHT);

    private static final Weighted<Integer> HOURS =
            Weighted.numbers(0, 3, 2, 1, 1, 1, 2, 5, 9, 12, 15, 16, 15, 18, 16, 14, 14, 15, 17, 21, 26, 29, 26, 17, 8);
    private static final int[] SEASON = {9, 8, 9, 9, 10, 9, 8, 8, 9, 11, 17, 20};

    private OpeningTimes() {}

    /** The days on which orders are placed: more and more of them, most around Christmas and on Sundays. */
    static Weighted<LocalDate> orderDays() {
        return new Weighted<>(days(FIRST_ORDER, LAST_ORDER), OpeningTimes::orderWeight);
    }

    /** The days on which customers register: a rush in the first weeks, then a steady flow until the last month. */
    static Weighted<LocalDate> registrationDays() {
        List<LocalDate> days = days(FIRST_REGISTRATION.plusDays(2), LAST_ORDER.minusDays(20));
        return new Weighted<>(days, day -> day.isBefore(FIRST_ORDER.plusDays(20)) ? 10 : 1);
    }

    static Instant sometimeOn(LocalDate day, Dice dice) {
        return instant(day, LocalTime.of(HOURS.pick(dice), dice.below(60), dice.below(60)));
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }

    private static int orderWeight(LocalDate day) {
        int growth = 400 + (int) ChronoUnit.DAYS.between(FIRST_ORDER, day);
        int weekday = day.getDayOfWeek() == DayOfWeek.SUNDAY ? 13 : 10;
        return growth * SEASON[day.getMonthValue() - 1] * weekday / 100;
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }
}
