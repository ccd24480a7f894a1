package dev.ticketwire.query.replica;

import dev.ticketwire.testsupport.TestHelpDesk;
import dev.ticketwire.testsupport.TestIdentity;
import dev.ticketwire.testsupport.TestInfrastructure;
import dev.ticketwire.testsupport.TestReplica;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A help desk on two servers; the second replicates the first, and may answer. */
public class ReplicaResource implements QuarkusTestResourceLifecycleManager {
    private static final String DATABASE = "query_replica";

    @Override
    public Map<String, String> start() {
        TestReplica replica = TestReplica.start(TestInfrastructure.root(), DATABASE);
        TestHelpDesk desk = TestInfrastructure.helpDesk(DATABASE);
        replica.grant(desk.service());
        TestIdentity.signRequests("ticket-query-service");
        Map<String, String> settings = new HashMap<>(TestIdentity.serviceSettings());
        settings.put("ticketwire.db.url", desk.service().url());
        settings.put("ticketwire.db.user", desk.service().user());
        settings.put("ticketwire.db.password", desk.service().password());
        settings.put("ticketwire.db.replica.url", replica.here(desk.service()).url());
        // Longer than a replica on a busy machine needs.
        settings.put("ticketwire.db.replica.wait", "1s");
        settings.put("ticketwire.binlog.follow", "false");
        settings.put("test.replica.port", Integer.toString(replica.port()));
        settings.put("test.primary.port", Integer.toString(desk.root().port()));
        settings.put("test.root.user", desk.root().user());
        settings.put("test.root.password", desk.root().password());
        settings.put("quarkus.http.test-port", "0");
        settings.put("quarkus.management.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        // both servers end with the JVM
    }
}
