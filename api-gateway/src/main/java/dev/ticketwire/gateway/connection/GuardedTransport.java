package dev.ticketwire.gateway.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.spi.VertxServiceProvider;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Gives every connection that comes in a {@link RequestHeadTimeout}, and with it {@link FoldedHeaderGuard}. Vert.x finds it as a service: a server has no other place
 * from which a connection can be seen before its first request.
 */
public final class GuardedTransport implements VertxServiceProvider {
    private static final Logger LOG = Logger.getLogger(GuardedTransport.class);

    /** Vert.x is there before the configuration is, so this comes later than the instance that Vert.x makes. */
    private static volatile Duration deadline = Duration.ofSeconds(10);

    /** The server's own limits of a head. */
    private static volatile HttpServerOptions limits = new HttpServerOptions();

    static void deadline(Duration configured) {
        deadline = configured;
    }

    static void limits(HttpServerOptions configured) {
        limits = configured;
    }

    static HttpServerOptions limits() {
        return limits;
    }

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() == null || builder.findTransport().getClass() == JDKTransport.class) {
            builder.findTransport(new Watched());
        } else {
            LOG.warn("with a native transport a request's head may take as long as it likes, and be folded");
        }
    }

    private static final class Watched extends JDKTransport {
        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            ChannelFactory<? extends ServerChannel> factory = super.serverChannelFactory(domainSocket);
            return () -> {
                ServerChannel channel = factory.newChannel();
                channel.pipeline().addLast(new Accepting());
                return channel;
            };
        }
    }

    /** In front of what Vert.x does with a new connection. */
    private static final class Accepting extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addLast(new RequestHeadTimeout(deadline));
            context.fireChannelRead(connection);
        }
    }
}
