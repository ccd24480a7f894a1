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
 * Adds a {@link RequestHeadTimeout} to every accepted connection, which adds {@link FoldedHeaderGuard}. Vert.x loads it
 * as a service: a server offers no other place to see a connection before its first request.
 */
public final class GuardedTransport implements VertxServiceProvider {
    private static final Logger LOG = Logger.getLogger(GuardedTransport.class);

    /** Static, because Vert.x creates its instance before the configuration is read. */
    private static volatile Duration headTimeout = Duration.ofSeconds(10);

    private static volatile HttpServerOptions serverOptions = new HttpServerOptions();

    static void headTimeout(Duration configured) {
        headTimeout = configured;
    }

    static void serverOptions(HttpServerOptions configured) {
        serverOptions = configured;
    }

    static HttpServerOptions serverOptions() {
        return serverOptions;
    }

    @Override
    public void init(VertxBuilder builder) {
        if (builder.findTransport() == null || builder.findTransport().getClass() == JDKTransport.class) {
            builder.findTransport(new GuardingJdkTransport());
        } else {
            LOG.warn("with a native transport request heads have no timeout, and folded headers are accepted");
        }
    }

    private static final class GuardingJdkTransport extends JDKTransport {
        @Override
        public ChannelFactory<? extends ServerChannel> serverChannelFactory(boolean domainSocket) {
            ChannelFactory<? extends ServerChannel> factory = super.serverChannelFactory(domainSocket);
            return () -> {
                ServerChannel channel = factory.newChannel();
                channel.pipeline().addLast(new AcceptHandler());
                return channel;
            };
        }
    }

    /** Runs before Vert.x handles an accepted connection. */
    private static final class AcceptHandler extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object connection) {
            ((Channel) connection).pipeline().addLast(new RequestHeadTimeout(headTimeout));
            context.fireChannelRead(connection);
        }
    }
}
