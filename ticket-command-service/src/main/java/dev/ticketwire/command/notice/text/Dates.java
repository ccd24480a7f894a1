package dev.ticketwire.command.notice.text;

import dev.ticketwire.osticket.reference.HelpDeskConfig;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows dates by the help desk's settings: in the short form of its language, the same with 24 hours, or by four
 * patterns of the administrator.
 */
final class Dates {
    private static final Pattern HALF_DAY = Pattern.compile("\\s*[aB]+\\s*");
    private static final Pattern HOUR = Pattern.compile("[hK]+");

    private final ZoneId databaseZone;
    private final ZoneId systemZone;
    private final DateTimeFormatter time;
    private final DateTimeFormatter date;
    private final DateTimeFormatter dateTime;
    private final DateTimeFormatter dayDateTime;

    Dates(HelpDeskConfig config, ZoneId databaseZone) {
        this.databaseZone = databaseZone;
        this.systemZone = zone(config.text("default_timezone"), databaseZone);
        Locale locale = locale(config);
        boolean custom = config.text("date_formats").equals("custom");
        boolean hours24 = config.text("date_formats").equals("24");
        String shortTime = patternOf(null, FormatStyle.SHORT, locale);
        DateTimeFormatter shortDate = pattern(patternOf(FormatStyle.SHORT, null, locale), locale);
        DateTimeFormatter both =
                joined(shortDate, pattern(hours24 ? withoutHalfDays(shortTime) : shortTime, locale), locale);
        DateTimeFormatter full = pattern(patternOf(FormatStyle.FULL, FormatStyle.SHORT, locale), locale);
        this.time = pattern(custom ? config.text("time_format") : "", locale, pattern(shortTime, locale));
        this.date = pattern(custom ? config.text("date_format") : "", locale, shortDate);
        this.dateTime = pattern(custom ? config.text("datetime_format") : "", locale, both);
        this.dayDateTime = pattern(custom ? config.text("daydatetime_format") : "", locale, full);
    }

    private static Locale locale(HelpDeskConfig config) {
        String chosen = config.text("default_locale");
        return Locale.forLanguageTag((chosen.isBlank() ? config.text("system_language") : chosen).replace('_', '-'));
    }

    /** With plain blanks: the JDK's English has narrow ones that do not break, osTicket's has not. */
    private static String patternOf(@Nullable FormatStyle date, @Nullable FormatStyle time, Locale locale) {
        if (date == FormatStyle.FULL && (locale.equals(Locale.US) || locale.equals(Locale.ENGLISH))) {
            return "EEEE, MMMM d, y 'at' h:mm a";
        }
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(date, time, IsoChronology.INSTANCE, locale)
                .replaceAll("[\\u202F\\u00A0]", " ");
    }

    /** A pattern that has them counts hours from 1 to 12. */
    private static String withoutHalfDays(String pattern) {
        String rest = HALF_DAY.matcher(pattern).replaceAll("");
        return rest.equals(pattern)
                ? pattern
                : HOUR.matcher(rest).replaceAll("H").strip();
    }

    private static DateTimeFormatter joined(DateTimeFormatter date, DateTimeFormatter time, Locale locale) {
        return new DateTimeFormatterBuilder()
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
