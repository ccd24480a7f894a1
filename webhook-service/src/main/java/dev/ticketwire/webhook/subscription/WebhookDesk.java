package dev.ticketwire.webhook.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ticketwire.contract.identity.Identity;
import dev.ticketwire.contract.problem.ProblemCode;
import dev.ticketwire.contract.problem.Refused;
import dev.ticketwire.osticket.reference.Reference;
import dev.ticketwire.osticket.reference.ReferenceSnapshot;
import dev.ticketwire.webhook.send.SigningSecret;
import dev.ticketwire.webhook.send.TargetRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes and changes subscriptions for callers; the copy in memory follows at once. Blocks. */
@ApplicationScoped
class WebhookDesk {
    private static final Logger LOG = Logger.getLogger(WebhookDesk.class);
    private static final int DAY = 24 * 60 * 60;
    private static final int LONGEST_OVERLAP = 90 * DAY;
    private static final Duration REPEATED_WITHIN = Duration.ofMinutes(1);
    private static final Set<String> ROTATION = Set.of("secret", "overlapSeconds");
    private static final List<String> HELD_FOR_OWNER = List.of("operator");

    private final WebhookStore store;
    private final WebhookCodec codec;
    private final WebhookCaller caller;
    private final TargetRules rules;
    private final EndOffsets ends;
    private final ReferenceSnapshot snapshot;
    private final Subscriptions memory;

    WebhookDesk(
            WebhookStore store,
            WebhookCodec codec,
            WebhookCaller caller,
            TargetRules rules,
            EndOffsets ends,
            ReferenceSnapshot snapshot,
            Subscriptions memory) {
        this.store = store;
        this.codec = codec;
        this.caller = caller;
        this.rules = rules;
        this.ends = ends;
        this.snapshot = snapshot;
        this.memory = memory;
    }

    /** @param secret the one that is to be shown once; null if it was shown before */
    record Made(Webhook row, @Nullable String secret) {}

    /** Makes one, or finds the one that the same request made a moment ago. */
    Made create(byte[] sent, @Nullable String idempotencyKey) {
        SubscriptionBody body = SubscriptionBody.parse(sent, caller.isOperator());
        Identity key = key(body);
        String fingerprint = Fingerprints.of(key.apiKeyId() + "\n" + body.canonical());
        String idempotency = idempotencyKey == null ? null : Fingerprints.of(idempotencyKey);
        Instant now = Instant.now();
        Optional<Webhook> repeated =
                store.repeated(key.apiKeyId(), fingerprint, idempotency, now.minus(REPEATED_WITHIN));
        if (repeated.isPresent()) {
            return made(repeated.get());
        }
        String sentSecret = body.secret();
        return add(new WebhookStore.Order(
                key.apiKeyId(),
                body.applyTo(Draft.EMPTY, snapshot.current(), key.departments(), rules),
                sentSecret == null ? SigningSecret.random().text() : sentSecret,
                fingerprint,
                idempotency));
    }

    private Made add(WebhookStore.Order order) {
        Instant now = Instant.now();
        try {
            Webhook row = store.add(order, ends.read(), now);
            LOG.infof("webhook %d of key %d made", row.id, row.keyId);
            follow();
            return new Made(row, order.secret());
        } catch (PersistenceException e) {
            // The same request, sent twice at once.
            return store.repeated(order.keyId(), order.fingerprint(), order.idempotency(), now.minus(REPEATED_WITHIN))
                    .map(this::made)
                    .orElseThrow(() -> e);
        }
    }

    /** Its secret is shown again if nobody can have changed it: the first answer may have been lost. */
    private Made made(Webhook row) {
        return new Made(
                row,
                row.revision == 1 ? codec.confidential(row).secrets().getFirst().text() : null);
    }

    private Identity key(SubscriptionBody body) {
        if (!caller.isOperator()) {
            return caller.identity();
        }
        Integer id = body.keyId();
        Optional<Identity> key = id == null ? Optional.empty() : rights(id);
        return key.orElseThrow(() -> JsonBodies.invalid("keyId", "the id of a key that may have webhooks"));
    }

    Webhook change(int id, byte[] sent, Consumer<Webhook> precondition) {
        SubscriptionBody body = SubscriptionBody.parse(sent, false);
        body.refuseSecret();
        Webhook before = store.get(id, caller.keyId());
        precondition.accept(before);
        Identity key = caller.isOperator() ? rights(before.keyId).orElse(Identity.GATEWAY) : caller.identity();
        Reference reference = snapshot.current();
        // Looks the address up before the transaction.
        TargetRules checked = new KnownTargets(rules);
        body.applyTo(codec.draft(before), reference, key.departments(), checked);
        return changed(id, row -> {
            precondition.accept(row);
            Draft draft = body.applyTo(codec.draft(row), reference, key.departments(), checked);
            Confidential confidential = codec.confidential(row);
            codec.setOpenPart(row, draft);
            codec.setConfidential(row, new Confidential(draft.url(), draft.headers(), confidential.secrets()));
        });
    }

    Webhook pause(int id) {
        return changed(id, row -> {
            if (!caller.isOperator() && !row.state.equals("active")) {
                return;
            }
            row.state = "paused";
            row.reason = caller.isOperator() ? "operator" : "owner";
        });
    }

    /** It goes on where it stopped; what failed is tried again at once. */
    Webhook resume(int id) {
        return changed(id, row -> {
            if (!mayResume(row)) {
                throw Refused.of(
                        ProblemCode.WEBHOOK_HELD, "An operator has paused the webhook, or its key may have none");
            }
            row.state = "active";
            row.reason = null;
            row.failingSince = null;
            store.tryAtOnce(id, Instant.now());
        });
    }

    private boolean mayResume(Webhook row) {
        boolean isHeld = !caller.isOperator() && row.reason != null && HELD_FOR_OWNER.contains(row.reason);
        return !isHeld && rights(row.keyId).isPresent();
    }

    /** As the snapshot says, or the database, if the key was made or changed just now. */
    private Optional<Identity> rights(int keyId) {
        Optional<Identity> known = new KeyRights(snapshot.current()).of(keyId, Instant.now());
        if (known.isPresent()) {
            return known;
        }
        snapshot.refresh();
        return new KeyRights(snapshot.current()).of(keyId, Instant.now());
    }

    Made rotate(int id, byte[] sent) {
        JsonNode body = JsonBodies.object(sent, ROTATION);
        String secret = body.hasNonNull("secret")
                ? SubscriptionBody.secret(body.get("secret"))
                : SigningSecret.random().text();
        int overlap = overlap(body.path("overlapSeconds"));
        Webhook row = changed(id, known -> {
            Instant now = Instant.now();
            codec.setConfidential(known, codec.confidential(known).rotated(secret, now, now.plusSeconds(overlap)));
        });
        return new Made(row, secret);
    }

    private static int overlap(JsonNode sent) {
        if (sent.isMissingNode()) {
            return DAY;
        }
        if (!sent.isInt() || sent.intValue() < 0 || sent.intValue() > LONGEST_OVERLAP) {
            throw JsonBodies.invalid("overlapSeconds", "a whole number from 0 to " + LONGEST_OVERLAP);
        }
        return sent.intValue();
    }

    void delete(int id, Consumer<Webhook> precondition) {
        store.delete(id, caller.keyId(), precondition);
        LOG.infof("webhook %d deleted", id);
        follow();
    }

    private Webhook changed(int id, Consumer<Webhook> change) {
        Webhook row = LockConflicts.retried(() -> store.change(id, caller.keyId(), Instant.now(), change));
        LOG.infof("webhook %d changed", id);
        follow();
        return row;
    }

    /** The change is stored even if that fails; the next refresh is due soon. */
    private void follow() {
        try {
            memory.refresh();
        } catch (RuntimeException e) {
            LOG.warnf("what was changed is not in memory yet: %s", e.getMessage());
        }
    }
}
