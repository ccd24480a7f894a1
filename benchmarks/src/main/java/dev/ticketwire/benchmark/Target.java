package dev.ticketwire.benchmark;

import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.identity.IdentitySigner;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;

/**
 * The suite that is measured.
 *
 * @param connection as the administrator of its database
 * @param numbers of tickets that may be read and changed
 */
record Target(SuiteEnvironment environment, Connection connection, ServiceClient gateway, List<String> numbers) {

    /**
     * @param label of the service in the environment, e.g. {@code query}
     * @param name of the service in a signature, e.g. {@code ticket-query-service}
     * @return a client that calls the service directly and signs like the gateway
     */
    ServiceClient service(String label, String name) throws IOException {
        IdentitySigner signer = new IdentitySigner(environment.identityKey());
        return new ServiceClient(
                environment.service(label),
                request -> request.putHeader(Identity.HEADER, signer.token(name, Identity.GATEWAY)));
    }
}
