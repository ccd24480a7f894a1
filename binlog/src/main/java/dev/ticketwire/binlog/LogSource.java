package dev.ticketwire.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import java.net.Socket;
import java.net.SocketException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.HostAddress;

/**
 * Connects to the database outside the pool.
 *
 * @param url in the form of {@code ticketwire.db.url}
 */
record LogSource(String url, String user, String password) {
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final Duration LONGEST_SILENCE = HEARTBEAT.multipliedBy(3);

    Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "3000");
        // The time that MariaDB may need for the first row of a large table.
        properties.setProperty("socketTimeout", "60000");
        return DriverManager.getConnection(url, properties);
    }

    /** @throws UnreadableBinlogException if the address names several servers, whose logs differ */
    BinaryLogClient log(LogPlace from, EventDeserializer events) throws SQLException {
        Configuration configuration = Configuration.parse(url);
        if (configuration.addresses().size() != 1) {
            throw new UnreadableBinlogException(Gap.SETTINGS, "ticketwire.db.url names several servers");
        }
        HostAddress address = configuration.addresses().getFirst();
        BinaryLogClient log = new BinaryLogClient(address.host, address.port, user, password);
        log.setSSLMode(sslMode(configuration));
        log.setEventDeserializer(events);
        log.setBinlogFilename(from.file());
        log.setBinlogPosition(from.position());
        // Each reader of a log needs a unique server id; those of servers are small.
        log.setServerId(ThreadLocalRandom.current().nextLong(1L << 31, 1L << 32));
        log.setKeepAlive(false);
        // A listener may take long over a transaction; the server waits for it.
        log.setNetWriteTimeout(LONGEST_WAIT.toSeconds());
        log.setHeartbeatInterval(HEARTBEAT.toMillis());
        log.setSocketFactory(LogSource::socket);
        return log;
    }

    private static SSLMode sslMode(Configuration configuration) {
        return switch (configuration.sslMode()) {
            case DISABLE -> SSLMode.DISABLED;
            case TRUST -> SSLMode.REQUIRED;
            case VERIFY_CA -> SSLMode.VERIFY_CA;
            case VERIFY_FULL -> SSLMode.VERIFY_IDENTITY;
        };
    }

    private static Socket socket() throws SocketException {
        Socket socket = new Socket();
        socket.setSoTimeout((int) LONGEST_SILENCE.toMillis());
        return socket;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return url + " as " + user;
    }
}
