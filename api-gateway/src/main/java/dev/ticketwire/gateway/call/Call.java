package dev.ticketwire.gateway.call;

import dev.ticketwire.contract.audit.AuditRecord;
import dev.ticketwire.osticket.reference.ApiKey;
import io.vertx.core.Context;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request. Confined to the event loop it came in on. */
public final class Call {
    private final HttpServerRequest request;
    private final Context context;
    private final RequestTarget target;
    private final @Nullable String traceparent;
    private final long startNanos = System.nanoTime();
    private @Nullable ApiKey key;
    private @Nullable Integer keyId;
    private @Nullable String clientAddress;
    private Supplier<PublicAddress> findTarget = () -> new PublicAddress(false, null, "");
    private @Nullable PublicAddress publicAddress;
    private @Nullable String commandId;
    private @Nullable String number;
    private final List<Runnable> afterwards = new ArrayList<>();
    private int items;
    private AuditRecord.@Nullable Result result;
    private boolean answered;
    private boolean over;
    private int held;

    public Call(HttpServerRequest request, Context context, RequestTarget target) {
        this.request = request;
        this.context = context;
        this.target = target;
        this.traceparent = Traceparent.of(request);
    }

    public HttpServerRequest request() {
        return request;
    }

    /** Where everything that touches this call has to run. */
    public Context context() {
        return context;
    }

    public RequestTarget target() {
        return target;
    }

    /** W3C trace context for what this call sets in motion, null if it is not traced. */
    public @Nullable String traceparent() {
        return traceparent;
    }

    public long startNanos() {
        return startNanos;
    }

    /** Sets where it came from, as soon as that is known. */
    public void from(String address) {
        this.clientAddress = address;
    }

    /** Sets how to find out which address the caller used. */
    public void sentTo(Supplier<PublicAddress> find) {
        this.findTarget = find;
        this.publicAddress = null;
    }

    /** Where the caller reaches the gateway: what leads it back begins there. */
    public PublicAddress publicAddress() {
        PublicAddress known = publicAddress;
        if (known == null) {
            known = findTarget.get();
            publicAddress = known;
        }
        return known;
    }

    /** Whether nothing but the head of the answer is wanted. */
    public boolean isHead() {
        return request.method() == HttpMethod.HEAD;
    }

    /** Sets whose key was sent, whatever that key may do. */
    public void sentBy(int id) {
        this.keyId = id;
    }

    /** Sets who asks: called once, when the key has been checked. */
    public void identify(ApiKey checked) {
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

    /** The caller's address, behind trusted proxies too; never log it. */
    public String clientAddress() {
        return Objects.requireNonNull(clientAddress, "address not known yet");
    }

    @Nullable
    String knownAddress() {
        return clientAddress;
    }

    /** Id of the key that was sent, which may be one that is refused; null if none was found. */
    @Nullable
    Integer keyId() {
        return keyId;
    }

    /** Id of the command that came of it, null if none did. */
    public @Nullable String commandId() {
        return commandId;
    }

    public void commandId(String id) {
        this.commandId = id;
    }

    /** Number of the ticket it changed, null if none or not known yet. */
    public @Nullable String number() {
        return number;
    }

    public void number(String changed) {
        this.number = changed;
    }

    /**
     * Runs {@code then} when the answer has been sent, or cannot be sent any more, which may be the case already. The
     * first one has to be there before there is an answer.
     */
    public void afterwards(Runnable then) {
        if (over && held == 0) {
            then.run();
            return;
        }
        if (afterwards.isEmpty()) {
            request.response().endHandler(ignored -> {
                over = true;
                leave();
            });
        }
        afterwards.add(then);
    }

    /** Something goes on for it that its caller cannot end by hanging up: until {@link #release} it is not over. */
    public void hold() {
        held++;
    }

    public void release() {
        held--;
        leave();
    }

    private void leave() {
        if (over && held == 0) {
            List<Runnable> due = List.copyOf(afterwards);
            afterwards.clear();
            due.forEach(Runnable::run);
        }
    }

    /** Sets how many operations it holds. */
    public void items(int number) {
        this.items = number;
    }

    @Nullable
    Integer items() {
        return items == 0 ? null : items;
    }

    /** Sets what the command service said. */
    public void result(AuditRecord.Result said) {
        this.result = said;
    }

    AuditRecord.@Nullable Result result() {
        return result;
    }

    /** True for the first caller only: an answer is given once. */
    boolean claimAnswer() {
        boolean first = !answered;
        answered = true;
        return first && !request.response().ended();
    }
}
