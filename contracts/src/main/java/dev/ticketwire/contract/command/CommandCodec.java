package dev.ticketwire.contract.command;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/** Commands as CBOR: JSON's data model, with attachments as raw bytes. Readers ignore fields they do not know. */
public final class CommandCodec {
    private static final ObjectMapper CBOR = CBORMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<String, Class<? extends Command>> TYPES = Map.of(
            OpenTicket.TYPE, OpenTicket.class,
            UpdateTicket.TYPE, UpdateTicket.class,
            PostReply.TYPE, PostReply.class,
            DeleteTicket.TYPE, DeleteTicket.class,
            LinkTicket.TYPE, LinkTicket.class,
            UnlinkTicket.TYPE, UnlinkTicket.class,
            ReceiveMail.TYPE, ReceiveMail.class,
            RefuseItem.TYPE, RefuseItem.class);

    private CommandCodec() {}

    /** The {@link Command#type()} of every command. */
    public static Set<String> types() {
        return TYPES.keySet();
    }

    public static byte[] encode(Command command) {
        try {
            return CBOR.writeValueAsBytes(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param type the command's {@link Command#type()}
     * @throws IOException if {@code type} is unknown or the bytes are not a command of that type
     */
    public static Command decode(String type, byte[] cbor) throws IOException {
        Class<? extends Command> target = TYPES.get(type);
        if (target == null) {
            throw new IOException("unknown command type '" + type + "'");
        }
        Command command = CBOR.readValue(cbor, target);
        if (command == null) {
            throw new IOException("empty command of type '" + type + "'");
        }
        return command;
    }

    /** The JSON mapper for outcomes and golden examples, with the same rules. */
    public static ObjectMapper json() {
        return JSON;
    }
}
