package dev.ticketwire.quickstart.launch;

/** What a newcomer needs to know once the suite is ready. */
final class Welcome {
    private static final String DEMO_KEY = "DEMOFULLACCESS";

    private Welcome() {}

    /** @param demo whether the demo help desk is used, whose key is no secret */
    static String text(Options options, boolean demo) {
        String gateway = "http://127.0.0.1:" + options.port();
        String key = demo ? DEMO_KEY : "YOUR-KEY";
        return """

                Gateway  %1$s
                API key  %3$s
                Try it   %1$s/docs/
                Keys     %5$s/console/, with OPERATOR_TOKEN of .ticketwire/env

                Open a ticket, and read one:
                  curl -H 'X-API-Key: %2$s' -H 'Content-Type: application/json' \\
                    -d '{"name":"Robin","email":"robin@example.org","subject":"Hello","message":"My first ticket"}' \\
                    %1$s/api/tickets.json
                  curl -H 'X-API-Key: %2$s' '%1$s/api/tickets-get.php/%4$s.json'

                ./ticketwire status, logs and down tell and end it; so does Ctrl-C in the foreground.""".formatted(
                        gateway,
                        key,
                        demo ? DEMO_KEY : "one of this help desk, with its address 127.0.0.1",
                        demo ? "480113" : "NUMBER",
                        "http://127.0.0.1:" + (options.port() + 1000));
    }
}
