package dev.ticketwire.contract.event;

/** The content of an event: the CloudEvents {@code data}, a JSON object. Each record has a JSON Schema: {@link EventSchemas}. */
public sealed interface EventData permits TicketChange, FeedGap {}
