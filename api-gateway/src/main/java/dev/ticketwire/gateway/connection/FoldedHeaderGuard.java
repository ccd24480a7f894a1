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
 * Refuses folded header lines, those that continue on a line beginning with a blank or a tab ({@code obs-fold}, RFC
 * 9112 5.2): a proxy in front may have read two lines. Netty joins such lines without a trace, so its decoder is
 * replaced by one that inspects the consumed bytes. HTTP/1 only.
 */
final class FoldedHeaderGuard extends ChannelInboundHandlerAdapter {

    /** Called with the first bytes of a connection, before any are decoded. */
    static void install(ChannelPipeline pipeline, HttpServerOptions limits) {
        if (!replace(pipeline, limits)) {
            // TLS and the detection of HTTP/2 add their decoder later, at the end.
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

    /** One call of {@link #decode} consumes bytes of a head or of a body, never of both. */
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
                findFolds(bytes, from, bytes.readerIndex());
            }
            out.subList(before, out.size()).forEach(this::decoded);
        }

        private void decoded(Object message) {
            if (message instanceof HttpMessage head) {
                endHead(head);
            }
            if (message instanceof LastHttpContent) {
                inHead = true;
            }
        }

        private void findFolds(ByteBuf bytes, int from, int to) {
            for (int i = from; i < to; i++) {
                byte b = bytes.getByte(i);
                folded |= atLineStart && (b == ' ' || b == '\t');
                atLineStart = b == '\n';
            }
        }

        private void endHead(HttpMessage head) {
            if (folded && head.decoderResult().isSuccess()) {
                head.setDecoderResult(DecoderResult.failure(new IllegalArgumentException("a folded header line")));
            }
            inHead = false;
            folded = false;
            atLineStart = false;
        }
    }
}
