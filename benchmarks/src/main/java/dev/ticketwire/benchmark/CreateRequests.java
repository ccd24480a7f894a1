package dev.ticketwire.benchmark;

import java.util.concurrent.CompletionStage;

/** Opens a ticket like a typical client: a new subject, about 500 characters, an existing or new requester. */
final class CreateRequests implements AsyncRequest {
    static final int MESSAGE_LENGTH = 500;
    private static final String PATH = "/api/tickets.json";
    private static final int CREATED = 201;

    private final ServiceClient gateway;
    private final SampleRequester.Crowd crowd = new SampleRequester.Crowd();

    CreateRequests(ServiceClient gateway) {
        this.gateway = gateway;
    }

    @Override
    public CompletionStage<Boolean> send() {
        return gateway.post(PATH, json(), CREATED);
    }

    /** A request body. */
    String json() {
        SampleRequester requester = crowd.next();
        // Letters, digits, blanks, hyphens and @ only: nothing to escape.
        return "{\"name\":\"" + requester.name() + "\",\"email\":\"" + requester.email() + "\",\"subject\":\""
                + SampleText.words(6) + "\",\"message\":\"" + SampleText.of(MESSAGE_LENGTH) + "\"}";
    }
}
