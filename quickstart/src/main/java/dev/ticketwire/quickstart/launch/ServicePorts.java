package dev.ticketwire.quickstart.launch;

import dev.ticketwire.quickstart.infrastructure.Ports;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ports of all processes. The user chooses the gateway's port, the launcher all others. */
final class ServicePorts {
    private static final String MANAGEMENT = "-management";

    private ServicePorts() {}

    /** @throws UserError if a port of the gateway is taken */
    static RememberedPorts choose(SuiteHome home, UpOptions options) {
        int management = options.managementPort();
        refuseTaken(options.listen().address(), options.port(), "The gateway's port ");
        refuseTaken(InetAddress.getLoopbackAddress(), management, "The management port (1000 above the gateway's) ");
        List<String> names = new ArrayList<>(
                List.of(EmbeddedHelpDesk.LABEL, EmbeddedBroker.LABEL, EmbeddedBroker.CONTROLLER, SuiteMails.LABEL));
        Service.behindTheGateway().forEach(service -> {
            names.add(service.label());
            names.add(service.label() + MANAGEMENT);
        });
        return new RememberedPorts(home.ports())
                .with(Service.GATEWAY.label(), options.port())
                .with(Service.GATEWAY.label() + MANAGEMENT, management)
                .choose(names);
    }

    private static void refuseTaken(InetAddress address, int port, String which) {
        if (!Ports.isFree(address, port)) {
            throw new UserError(which + port + " is taken by another program. Choose another one with --port.");
        }
    }

    /** The URL of a service behind the gateway. */
    static String url(RememberedPorts ports, Service service) {
        return "http://127.0.0.1:" + ports.of(service.label());
    }

    /** The management addresses of all services by their modules: {@code api-gateway=http://127.0.0.1:9080,…}. */
    static String managementAddresses(RememberedPorts ports) {
        return Stream.of(Service.values())
                .map(service -> service.module() + "=http://127.0.0.1:" + management(ports, service))
                .collect(Collectors.joining(","));
    }

    static int management(RememberedPorts ports, Service service) {
        return ports.of(service.label() + MANAGEMENT);
    }
}
