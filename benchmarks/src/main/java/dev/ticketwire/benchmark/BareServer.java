package dev.ticketwire.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The limit of the query service: the same HTTP server, its statements by bare JDBC on as many connections; the answer
 * is the concatenated columns. Runs as a separate process, started like the services.
 */
final class BareServer {
    private static final int CONNECTIONS = 16;

    private final BlockingQueue<Statements> free = new ArrayBlockingQueue<>(CONNECTIONS);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private record Statements(PreparedStatement ticket, PreparedStatement entries, PreparedStatement search) {}

    /** Arguments: home of the suite, port, statements of a get (ticket, entries), statement of a search. */
    public static void main(String[] arguments) throws Exception {
        SuiteEnvironment environment = SuiteEnvironment.of(Path.of(arguments[0]));
        BareServer server = new BareServer();
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = environment.preparingDatabase();
            server.free.add(new Statements(
                    connection.prepareStatement(arguments[2]),
                    connection.prepareStatement(arguments[3]),
                    connection.prepareStatement(arguments[4])));
        }
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(false));
        ComparisonProcess.serve(vertx, Integer.parseInt(arguments[1]), server::handle);
    }

    private void handle(HttpServerRequest request) {
        threads.execute(() -> {
            try {
                request.response()
                        .putHeader("Content-Type", "application/json; charset=UTF-8")
                        .end(Buffer.buffer(answer(request.path())));
            } catch (SQLException | InterruptedException | RuntimeException e) {
                request.response().setStatusCode(500).end();
            }
        });
    }

    private String answer(String path) throws SQLException, InterruptedException {
        Statements statements = free.take();
        try {
            return path.equals("/search")
                    ? all(statements.search)
                    : get(statements, path.substring("/tickets/".length()));
        } finally {
            free.add(statements);
        }
    }

    private static String get(Statements statements, String number) throws SQLException {
        statements.ticket.setString(1, number);
        StringBuilder answer = new StringBuilder();
        String thread = "";
        try (ResultSet row = statements.ticket.executeQuery()) {
            while (row.next()) {
                thread = row.getString("thread_id");
                append(row, answer);
            }
        }
        statements.entries.setString(1, thread);
        return answer + all(statements.entries);
    }

    private static String all(PreparedStatement statement) throws SQLException {
        StringBuilder answer = new StringBuilder();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                append(row, answer);
            }
        }
        return answer.toString();
    }

    private static void append(ResultSet row, StringBuilder answer) throws SQLException {
        for (int column = row.getMetaData().getColumnCount(); column > 0; column--) {
            answer.append(row.getString(column)).append(',');
        }
    }
}
