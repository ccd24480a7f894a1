package dev.ticketwire.mail.queue.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** When mails are sent, how many at a time, and for how long they are tried. */
@ConfigMapping(prefix = "ticketwire.mail")
public interface QueueSettings {
    /** Connections to one server, at most. */
    @WithDefault("4")
    int connections();

    /** Mails at a time to addresses of one domain, at most. */
    @WithDefault("4")
    int connectionsPerDomain();

    /** Mails to one address in an hour, at most; the rest waits. None: as many as there are. */
    OptionalInt mostPerHourAndAddress();

    /** Mails in a minute, at most; the rest waits. None: as many as there are. */
    OptionalInt mostPerMinute();

    /** A mail that no server has taken for this long fails. */
    @WithDefault("3d")
    Duration giveUpAfter();

    /** Sent, failed and discarded mails are listed for this long. */
    @WithDefault("30d")
    Duration keep();

    /** How often new mails are looked for. */
    @WithDefault("200ms")
    Duration poll();

    /** A mail that a process was about to send when it was killed is free after this. */
    @WithDefault("20s")
    Duration claim();

    /** A mail that servers do not take for now holds up later ones of its ticket for this long. */
    @WithDefault("5m")
    Duration hold();

    /** Between the attempts of a mail; the last one from then on. */
    @WithDefault("5s,15s,30s,1m,2m,5m,10m,30m,1h")
    List<Duration> backOff();

    /** How often old mails are deleted, and those that wait for too long given up. */
    @WithDefault("1m")
    Duration cleanEvery();
}
