package dev.ticketwire.webhook.send;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The resolver of the operating system, with the JDK's cache. */
@Singleton
final class JdkResolver implements HostResolver {
    @Override
    public List<InetAddress> resolve(String name) throws UnknownHostException {
        return List.of(InetAddress.getAllByName(name));
    }
}
