package dev.ticketwire.gateway.write;

import dev.ticketwire.gateway.body.BufferedBody;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, read before it is known who asks. Whoever holds it releases the body.
 *
 * @param fields values as JSON has them
 */
public record ParsedBody(BufferedBody body, Map<String, @Nullable Object> fields) {}
