# Sourced by findings that need a Kafka broker: fetches broker and client 4.2.1.
# run_with_broker NAME compiles $work/NAME.java, whose main gets the address of a broker with one node that runs in the same
# JVM, and prints what it prints. Needs Maven and a JDK 17 or newer.
DEPENDENCIES='<dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>4.2.1</version></dependency>
<dependency><groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j-impl</artifactId><version>2.25.4</version></dependency>'
. "$(dirname "$0")/lib/java.sh"

cat >"$work/Broker.java" <<'JAVA'
import java.io.*;
import java.net.ServerSocket;
import java.nio.file.*;
import java.util.*;
import kafka.server.*;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

class Broker {
    public static void main(String[] args) throws Exception {
        int port = free(), controller = free();
        Path folder = Path.of(args[0]), settings = folder.resolve("server.properties");
        Properties p = new Properties();
        p.putAll(Map.of("process.roles", "broker,controller", "node.id", "1", "log.dirs", folder.resolve("data").toString(),
                "controller.quorum.voters", "1@127.0.0.1:" + controller, "controller.listener.names", "C",
                "listeners", "P://127.0.0.1:" + port + ",C://127.0.0.1:" + controller,
                "listener.security.protocol.map", "P:PLAINTEXT,C:PLAINTEXT", "inter.broker.listener.name", "P",
                "auto.create.topics.enable", "false"));
        p.putAll(Map.of("offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1", "transaction.state.log.num.partitions", "1"));
        try (Writer out = Files.newBufferedWriter(settings)) {
            p.store(out, null);
        }
        Files.createDirectories(folder.resolve("data"));
        kafka.tools.StorageTool.execute(new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()},
                new PrintStream(OutputStream.nullOutputStream()));
        new KafkaRaftServer(KafkaConfig.fromProps(p, false), Time.SYSTEM).startup();
        Class.forName(args[1]).getMethod("main", String[].class).invoke(null, (Object) new String[] {"127.0.0.1:" + port});
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
JAVA

run_with_broker() {
  javac -cp "$classpath" -d "$work/classes" "$work/Broker.java" "$work/$1.java" >"$work/javac.log" 2>&1 || { cat "$work/javac.log" >&2; exit 1; }
  java -cp "$work/classes:$classpath" Broker "$work" "$1" 2>"$work/errors" || { cat "$work/errors" >&2; exit 1; }
}
