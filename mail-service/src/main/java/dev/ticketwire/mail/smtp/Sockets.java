package dev.ticketwire.mail.smtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.util.WriteTimeoutSocket;

/** Connects sockets: tries all addresses of a host, where Angus and the JDK try the first only. */
final class Sockets {
    private final SmtpSettings settings;
    private final HostAddresses addresses;
    private final SSLSocketFactory tls;
    private final ScheduledExecutorService timer;

    /** @param timer for time-outs of writes */
    Sockets(SmtpSettings settings, HostAddresses addresses, SSLSocketFactory tls, ScheduledExecutorService timer) {
        this.settings = settings;
        this.addresses = addresses;
        this.tls = tls;
        this.timer = timer;
    }

    SSLSocketFactory tls() {
        return tls;
    }

    /** With the time-outs of answers and writes. */
    Socket connect(Server server, Deadline deadline) throws IOException {
        List<InetAddress> all = addresses.of(server.host());
        IOException failure = new IOException("no address");
        for (InetAddress address : all) {
            try {
                return connect(server, address, deadline);
            } catch (IOException e) {
                failure = e;
            }
        }
        throw failure;
    }

    /** Angus takes the name for the check of certificates from the address, and would look it up. */
    private Socket connect(Server server, InetAddress address, Deadline deadline) throws IOException {
        InetAddress named = InetAddress.getByAddress(server.host(), address.getAddress());
        int answer = (int) settings.answerTimeout().toMillis();
        Socket socket = new WriteTimeoutSocket(new Socket(), answer, timer);
        try {
            long most = Math.min(
                    settings.connectTimeout().toMillis(), deadline.left().toMillis());
            socket.connect(new InetSocketAddress(named, server.port()), (int) most);
            socket.setSoTimeout(answer);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** TLS from the start; the name in the certificate is checked. */
    Socket encrypted(Socket socket, Server server) throws IOException {
        SSLSocket encrypted = (SSLSocket) tls.createSocket(socket, server.host(), server.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.startHandshake();
        return encrypted;
    }
}
