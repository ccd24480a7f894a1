package dev.ticketwire.quickstart.launch;

/** The message printed once the suite is ready: addresses, a key, and sample requests. */
final class WelcomeMessage {
    static final String DEMO_KEY = "DEMOFULLACCESS";

    private WelcomeMessage() {}

    /**
     * @param demo whether the demo help desk is used, whose key is public
     * @param catchesMails whether mails are kept here instead of sent
     */
    static String text(UpOptions options, boolean demo, boolean catchesMails) {
        ListenAddress listen = options.listen();
        String gateway = listen.url(options.port());
        // The demo's key may be used from 127.0.0.1 only.
        boolean takesDemoKey = gateway.startsWith("http://127.0.0.1:");
        String key = demo && takesDemoKey ? DEMO_KEY : "YOUR-KEY";
        return warning(listen)
                + """

                Gateway  %1$s%6$s
                API key  %3$s
                Try it   %1$s/docs/
                Console  %5$s/console/, with OPERATOR_TOKEN of .ticketwire/env%7$s

                Open a ticket, and read one:
                  curl -H 'X-API-Key: %2$s' -H 'Content-Type: application/json' \\
                    -d '{"name":"Robin","email":"robin@example.org","subject":"Hello","message":"My first ticket"}' \\
                    %1$s/api/tickets.json
                  curl -H 'X-API-Key: %2$s' '%1$s/api/tickets-get.php/%4$s.json'

                ./ticketwire watch shows every change of a ticket as it happens.
                ./ticketwire status, logs and down tell and end it; so does Ctrl-C in the foreground.""".formatted(
                        gateway,
                        key,
                        demo ? demoKey(listen) : "one of this help desk, with the address that its caller has",
                        demo ? "480113" : "NUMBER",
                        "http://127.0.0.1:" + options.managementPort(),
                        listen.isEveryAddress() ? ", and every other address of this machine" : "",
                        catchesMails ? "\nMails    none leaves this machine: ./ticketwire mails prints them" : "");
    }

    private static String demoKey(ListenAddress listen) {
        return listen.equals(ListenAddress.DEFAULT)
                ? DEMO_KEY
                : DEMO_KEY + " for callers from 127.0.0.1; keys for others are made in the console";
    }

    private static String warning(ListenAddress listen) {
        return listen.isLoopback()
                ? ""
                : "\nWarning: other machines reach the gateway, and without TLS:"
                        + " keys and tickets go over the network in clear."
                        + " docs/security.md says how to put a proxy or a certificate in front.\n";
    }
}
