package dev.ticketwire.binlog;

import dev.ticketwire.osticket.read.HelpDeskReads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Follows the binary log of the help desk's database for projections. Connects as {@code ticketwire.binlog.user}, by
 * default the user that reads tickets. {@code ticketwire.binlog.follow=false} disables it; no projection is current
 * then. The gauge {@code ticketwire_projection_kept} reports for each table whether its projection is current.
 */
@ApplicationScoped
public class Binlog {
    private final LogSource source;
    private final boolean isFollowed;
    private final HelpDeskReads reads;
    private final MeterRegistry metrics;
    private final List<BinlogFollower> followers = new CopyOnWriteArrayList<>();

    Binlog(
            @ConfigProperty(name = "ticketwire.db.url") String url,
            @ConfigProperty(name = "ticketwire.binlog.user") String user,
            @ConfigProperty(name = "ticketwire.binlog.password") Optional<String> password,
            @ConfigProperty(name = "ticketwire.binlog.follow") boolean isFollowed,
            HelpDeskReads reads,
            MeterRegistry metrics) {
        this.source = new LogSource(url, user, password.orElse(""));
        this.isFollowed = isFollowed;
        this.reads = reads;
        this.metrics = metrics;
    }

    /** Keeps {@code projection} current until the service stops. */
    public BinlogFollower follow(Projection projection) {
        BinlogFollower follower = new BinlogFollower(projection, source, () -> reads.read(LogPosition::end));
        Gauge.builder("ticketwire.projection.kept", follower, f -> f.isFollowing() ? 1 : 0)
                .description(
                        "1 while reads are served from memory that the binary log keeps right, 0 while from tables")
                .tag("table", projection.table())
                .register(metrics);
        if (isFollowed) {
            followers.add(follower);
            follower.start();
        }
        return follower;
    }

    /** The log, for a reader of its own that keeps its place itself. */
    public CaptureLog log(List<CapturedTable> tables) {
        throw new UnsupportedOperationException("not yet");
    }

    void stop(@Observes ShutdownEvent event) {
        followers.forEach(BinlogFollower::stop);
    }
}
