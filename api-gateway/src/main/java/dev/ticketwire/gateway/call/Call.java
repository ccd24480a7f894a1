package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.message.AuditRecord;
import dev.ticketwire.osticket.reference.ApiKey;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request and its state. Confined to the event loop that accepted it. */
public final class Call {
    private final HttpServerRequest request;
    private final Context context;
    private final RequestTarget target;
    private final @Nullable String traceparent;
    private final long startNanos = System.nanoTime();
    private @Nullable ApiKey key;
    private @Nullable Integer keyId;
    private @Nullable String clientAddress;
    private Supplier<PublicAddress> publicAddressLookup = () -> new PublicAddress(false, null, "");
    private @Nullable PublicAddress publicAddress;
    private @Nullable String commandId;
    private @Nullable String ticketNumber;
    private @Nullable String argument;
    private final List<Runnable> endHandlers = new ArrayList<>();
    private int items;
    private AuditRecord.@Nullable Result result;
    private boolean answered;
    private boolean ended;
    private int holds;

    public Call(HttpServerRequest request, Context context, RequestTarget target) {
        this.request = request;
        this.context = context;
        this.target = target;
        this.traceparent = Traceparent.of(request);
    }

    public HttpServerRequest request() {
        return request;
    }

    /** The event loop's context: all access to this call must run on it. */
    public Context context() {
        return context;
    }

    public RequestTarget target() {
        return target;
    }

    /** W3C trace context to pass on, null if the request is not traced. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    public long startNanos() {
        return startNanos;
    }

    public void setClientAddress(String address) {
        this.clientAddress = address;
    }

    /** @param lookup determines the address, when it is first asked for */
    public void setPublicAddress(Supplier<PublicAddress> lookup) {
        this.publicAddressLookup = lookup;
        this.publicAddress = null;
    }

    /** The gateway's address as the caller sees it; links in responses begin with it. */
    public PublicAddress publicAddress() {
        PublicAddress known = publicAddress;
        if (known == null) {
            known = publicAddressLookup.get();
            publicAddress = known;
        }
        return known;
    }

    public boolean isHead() {
        return request.method() == HttpMethod.HEAD;
    }

    /** Sets the id of the key that was sent, even if that key is then refused. */
    public void setKeyId(int id) {
        this.keyId = id;
    }

    /** Sets the key once it has been checked. */
    public void setKey(ApiKey checked) {
        this.key = checked;
    }

    /**
     * The key that was checked.
     *
     * @throws NullPointerException if it has not been yet
     */
    public ApiKey key() {
        return Objects.requireNonNull(key, "key not checked yet");
    }

    /** The caller's own address, also behind trusted proxies; must not be logged. */
    public String clientAddress() {
        return Objects.requireNonNull(clientAddress, "address not known yet");
    }

    /** As {@link #clientAddress}, null if not set yet. */
    @Nullable
    String clientAddressOrNull() {
        return clientAddress;
    }

    /** Id of the key that was sent, also of one that is refused; null if no such key exists. */
    @Nullable
    Integer keyId() {
        return keyId;
    }

    /** Id of the command that the request was turned into, null if there is none. */
    public @Nullable String commandId() {
        return commandId;
    }

    public void setCommandId(String id) {
        this.commandId = id;
    }

    /** Number of the changed ticket, null if there is none or it is not known yet. */
    public @Nullable String ticketNumber() {
        return ticketNumber;
    }

    public void setTicketNumber(String number) {
        this.ticketNumber = number;
    }

    /** What the call is about, for the audit: that in the path, or what was made. */
    String argument() {
        return argument == null ? target.argument() : argument;
    }

    /** Sets what the call has made. */
    public void setArgument(String made) {
        this.argument = made;
    }

    /**
     * Runs {@code handler} once the response has been sent or the connection is closed, at once if that is the case
     * already. The first handler must be added before the response ends.
     */
    public void onEnd(Runnable handler) {
        if (ended && holds == 0) {
            handler.run();
            return;
        }
        if (endHandlers.isEmpty()) {
            request.response().endHandler(ignored -> {
                ended = true;
                runEndHandlers();
            });
        }
        endHandlers.add(handler);
    }

    /** Delays the end handlers until {@link #release}, for work that continues after the caller has hung up. */
    public void hold() {
        holds++;
    }

    public void release() {
        holds--;
        runEndHandlers();
    }

    private void runEndHandlers() {
        if (ended && holds == 0) {
            List<Runnable> due = List.copyOf(endHandlers);
            endHandlers.clear();
            due.forEach(Runnable::run);
        }
    }

    /** Sets the number of operations in a bulk. */
    public void setItems(int number) {
        this.items = number;
    }

    /** The number of operations in a bulk, null for any other request. */
    @Nullable
    Integer items() {
        return items == 0 ? null : items;
    }

    /** Sets the command's result for the audit, where the response status does not tell it. */
    public void setResult(AuditRecord.Result commandResult) {
        this.result = commandResult;
    }

    AuditRecord.@Nullable Result result() {
        return result;
    }

    /** True on the first call only, so that a response is sent once; false if the response has ended. */
    boolean claimResponse() {
        boolean first = !answered;
        answered = true;
        return first && !request.response().ended();
    }
}
