package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.reference.HelpDeskConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Shows dates by the help desk's settings: in the short form of its language, the same with 24 hours, or by four
 * patterns of the administrator.
 */
final class Dates {
    private final ZoneId databaseZone;
    private final ZoneId systemZone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter dayDateTime;

    Dates(HelpDeskConfig config, ZoneId databaseZone) {
        this.databaseZone = databaseZone;
        this.systemZone = zone(config.text("default_timezone"), databaseZone);
        Locale locale = Locale.forLanguageTag(config.text("system_language").replace('_', '-'));
        boolean custom = config.text("date_formats").equals("custom");
        boolean hours24 = config.text("date_formats").equals("24");
        boolean english = locale.getLanguage().equals("en");
        DateTimeFormatter shortTime = english
                ? pattern("h:mm a", locale)
                : DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
        DateTimeFormatter shortDate = english
                ? pattern("M/d/yy", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale);
        DateTimeFormatter full = english
                ? pattern("EEEE, MMMM d, y 'at' h:mm a", locale)
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale);
        this.time = custom ? pattern(config.text("time_format"), locale, shortTime) : shortTime;
        this.date = custom ? pattern(config.text("date_format"), locale, shortDate) : shortDate;
        DateTimeFormatter both = joined(shortDate, hours24 ? pattern("H:mm", locale) : shortTime, locale);
        this.dateTime = custom ? pattern(config.text("datetime_format"), locale, both) : both;
        this.dayDateTime = custom ? pattern(config.text("daydatetime_format"), locale, full) : full;
    }

    private static DateTimeFormatter joined(DateTimeFormatter date, DateTimeFormatter time, Locale locale) {
        return new java.time.format.DateTimeFormatterBuilder()
                .append(date)
                .appendLiteral(' ')
                .append(time)
                .toFormatter(locale);
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale);
    }

    private static DateTimeFormatter pattern(String pattern, Locale locale, DateTimeFormatter otherwise) {
        try {
            return pattern.isBlank() ? otherwise : pattern(pattern, locale);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    private static ZoneId zone(String name, ZoneId otherwise) {
        try {
            return name.isBlank() ? otherwise : ZoneId.of(name);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    /**
     * @param when on the database's wall clock; null for never
     * @param userZone the recipient's; empty for the help desk's
     * @param now on the database's wall clock
     */
    Thing thing(@Nullable LocalDateTime when, String userZone, LocalDateTime now) {
        if (when == null) {
            return Thing.NOTHING;
        }
        ZonedDateTime there = when.atZone(databaseZone).withZoneSameInstant(systemZone);
        return Thing.of(dateTime.format(there), name -> switch (name) {
            case "long", "system" -> Thing.text(dateTime.format(there));
            case "short" -> Thing.text(date.format(there));
            case "time" -> Thing.text(time.format(there));
            case "full" -> Thing.text(dayDateTime.format(there));
            case "user" -> Thing.text(dateTime.format(there.withZoneSameInstant(zone(userZone, systemZone))));
            case "humanize" -> Thing.text(distance(when, now));
            default -> null;
        });
    }

    private static String distance(LocalDateTime when, LocalDateTime now) {
        Duration between = Duration.between(when, now);
        long seconds = between.abs().toSeconds();
        if (seconds < 60) {
            return "just now";
        }
        String amount = seconds < 3_600
                ? amount(seconds / 60, "minute")
                : seconds < 86_400 ? amount(seconds / 3_600, "hour") : amount(seconds / 86_400, "day");
        return between.isNegative() ? "in " + amount : amount + " ago";
    }

    private static String amount(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
