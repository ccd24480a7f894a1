package dev.ticketwire.gateway.overview;

import java.net.URI;

/**
 * A service whose management address is read; others may have the same name.
 *
 * @param name of its module
 * @param host a name, which may have several addresses, or an address
 */
record WatchedService(String name, String host, int port) {
    /** Host and port, as in the setting. */
    String at() {
        return host + ':' + port;
    }

    /** @throws IllegalArgumentException if it is not {@code name=http://host:port} */
    static WatchedService parse(String setting) {
        int equals = setting.indexOf('=');
        URI address = URI.create(setting.substring(equals + 1).strip());
        if (equals < 1 || !"http".equals(address.getScheme()) || address.getHost() == null || address.getPort() < 1) {
            throw new IllegalArgumentException(
                    "ticketwire.overview.services must be name=http://host:port, separated by commas, not " + setting);
        }
        String host = address.getHost().replaceAll("[\\[\\]]", "");
        return new WatchedService(setting.substring(0, equals).strip(), host, address.getPort());
    }
}
