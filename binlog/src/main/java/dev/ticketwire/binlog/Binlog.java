package dev.ticketwire.binlog;

import dev.ticketwire.osticket.read.HelpDeskReads;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The binary log of the help desk's database. Connects as {@code ticketwire.binlog.user}, by default the user that
 * reads tickets.
 *
 * <p>All projections of a service are kept by one reader; {@code ticketwire.binlog.follow=false} disables it, and no
 * projection is current then. The gauge {@code ticketwire_projection_kept} reports for each table whether its
 * projection is current.
 */
@ApplicationScoped
public class Binlog {
    private final LogSource source;
    private final boolean isFollowed;
    private final Supplier<LogPosition> end;
    private final MeterRegistry metrics;
    private final ProjectionReader projections;

    Binlog(
            @ConfigProperty(name = "ticketwire.db.url") String url,
            @ConfigProperty(name = "ticketwire.binlog.user") String user,
            @ConfigProperty(name = "ticketwire.binlog.password") Optional<String> password,
            @ConfigProperty(name = "ticketwire.binlog.follow") boolean isFollowed,
            HelpDeskReads reads,
            MeterRegistry metrics) {
        this.source = new LogSource(url, user, password.orElse(""));
        this.isFollowed = isFollowed;
        this.end = () -> reads.read(LogPosition::end);
        this.metrics = metrics;
        this.projections = new ProjectionReader(source, end);
    }

    /** Keeps {@code projection} current until the service stops. To be called while the service starts. */
    public BinlogFollower follow(Projection projection) {
        BinlogFollower follower = projections.add(projection);
        Gauge.builder("ticketwire.projection.kept", follower, f -> f.isFollowing() ? 1 : 0)
                .description(
                        "1 while reads are served from memory that the binary log keeps right, 0 while from tables")
                .tag("table", projection.table())
                .register(metrics);
        return follower;
    }

    /** The log, for a reader that keeps its place itself, whatever {@code ticketwire.binlog.follow} says. */
    public CaptureLog log(List<CapturedTable> tables) {
        return new LogReading(source, tables, end, true);
    }

    /** After all projections of the service have been added. */
    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        if (isFollowed) {
            projections.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        projections.stop();
    }
}
