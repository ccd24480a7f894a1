package dev.ticketwire.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Refuses a head in which a line goes on in the next one, which begins with a blank or a tab ({@code obs-fold}, RFC 9112
 * 5.2): a proxy in front may have read two lines. Netty joins such lines and leaves no trace of it, so its decoder is
 * replaced by one that looks at the bytes which it took. Only for HTTP/1; HTTP/2 has no lines.
 */
final class FoldedHeaderGuard extends ChannelInboundHandlerAdapter {

    /** Called with the first bytes of a connection, before anything has been decoded. */
    static void watch(ChannelPipeline pipeline, HttpServerOptions limits) {
        if (!replace(pipeline, limits)) {
            // Behind TLS, or behind the look whether it is HTTP/2, which put their decoder at the end when they know.
            pipeline.addLast(new FoldedHeaderGuard(limits));
        }
    }

    private final HttpServerOptions limits;

    private FoldedHeaderGuard(HttpServerOptions limits) {
        this.limits = limits;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        replace(context.pipeline(), limits);
        context.pipeline().remove(this);
        context.fireChannelRead(bytes);
    }

    private static boolean replace(ChannelPipeline pipeline, HttpServerOptions limits) {
        ChannelHandlerContext usual = pipeline.context(VertxHttpRequestDecoder.class);
        if (usual == null) {
            return false;
        }
        pipeline.replace(usual.handler(), usual.name(), new Decoder(limits));
        return true;
    }

    /** One call of {@link #decode} takes bytes of a head or of a body, never of both. */
    private static final class Decoder extends VertxHttpRequestDecoder {
        private boolean inHead = true;
        private boolean atLineStart;
        private boolean folded;

        Decoder(HttpServerOptions limits) {
            super(limits);
        }

        @Override
        protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out) throws Exception {
            int from = bytes.readerIndex();
            int before = out.size();
            super.decode(context, bytes, out);
            if (inHead) {
                look(bytes, from, bytes.readerIndex());
            }
            for (Object decoded : out.subList(before, out.size())) {
                if (decoded instanceof HttpMessage head) {
                    headEnds(head);
                }
                if (decoded instanceof LastHttpContent) {
                    inHead = true;
                }
            }
        }

        private void look(ByteBuf bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte b = bytes.getByte(i);
                folded |= atLineStart && (b == ' ' || b == '\t');
                atLineStart = b == '\n';
            }
        }

        private void headEnds(HttpMessage head) {
            if (folded && head.decoderResult().isSuccess()) {
                head.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a folded header line")));
            }
            inHead = false;
            folded = false;
            atLineStart = false;
        }
    }
}
