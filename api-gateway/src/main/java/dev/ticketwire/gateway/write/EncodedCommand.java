package dev.ticketwire.gateway.write;

import dev.ticketwire.contract.command.Command;
import dev.ticketwire.contract.command.CommandCodec;
import dev.ticketwire.contract.command.Spellings;
import dev.ticketwire.gateway.command.ParsedCommand;

/**
 * A command, encoded for the broker.
 *
 * @param type for example {@code ticket.open.v1}
 * @param ticket that the command addresses, as the request spells it; empty if there is none
 * @param fingerprint of the request, see {@link CommandIds#fingerprint}
 * @param spellings alternative names under which the request sent some fields
 * @param bytes CBOR
 */
public record EncodedCommand(String type, String ticket, String fingerprint, Spellings spellings, byte[] bytes) {

    public static EncodedCommand encode(ParsedCommand parsed, String fingerprint) {
        Command command = parsed.command();
        return new EncodedCommand(
                command.type(), command.ticket(), fingerprint, parsed.spellings(), CommandCodec.encode(command));
    }
}
