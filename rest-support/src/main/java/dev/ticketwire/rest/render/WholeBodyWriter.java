package dev.ticketwire.rest.render;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Sends a body at once, with its length and with the {@code Content-Type} of {@link Body}: Quarkus REST would leave out
 * the blank before {@code charset}, which the plugin writes, and send a stream chunk by chunk.
 */
// Names MessageBodyWriter itself, because Quarkus REST looks for the classes that do.
public abstract class WholeBodyWriter<T> implements MessageBodyWriter<T>, ServerMessageBodyWriter<T> {

    /** @param contentType the value of the header, with all parameters */
    public record Body(String contentType, byte[] content) {}

    /** @param mediaType the negotiated type */
    protected abstract Body body(T entity, MediaType mediaType) throws IOException;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
        return true;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return true;
    }

    @Override
    public void writeResponse(T entity, Type generic, ServerRequestContext context) throws IOException {
        Body body = body(entity, context.getResponseMediaType());
        ((ResteasyReactiveRequestContext) context)
                .getResponse()
                .get()
                .getHeaders()
                .putSingle(HttpHeaders.CONTENT_TYPE, body.contentType);
        context.serverResponse().end(body.content);
    }

    /** Called instead of {@link #writeResponse} if there is a writer interceptor. */
    @Override
    public void writeTo(
            T entity,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Body body = body(entity, mediaType);
        headers.putSingle(HttpHeaders.CONTENT_TYPE, body.contentType);
        out.write(body.content);
    }
}
