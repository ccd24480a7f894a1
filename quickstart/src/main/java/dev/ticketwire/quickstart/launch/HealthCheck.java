package dev.ticketwire.quickstart.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Checks processes on this machine. */
final class HealthCheck {
    private static final int LIMIT_MILLIS = 3000;

    private HealthCheck() {}

    /** @return whether the service with this management port is ready for requests */
    static boolean isReady(int managementPort) {
        return answers(managementPort, "/q/health/ready");
    }

    /** @return whether the service with this management port runs, ready or not */
    static boolean isLive(int managementPort) {
        return answers(managementPort, "/q/health/live");
    }

    private static boolean answers(int managementPort, String path) {
        URI address = URI.create("http://127.0.0.1:" + managementPort + path);
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** @return whether this port accepts connections */
    static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
