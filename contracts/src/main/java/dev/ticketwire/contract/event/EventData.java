package dev.ticketwire.contract.event;

/** The CloudEvents {@code data} of an event, a JSON object. Each record has a JSON Schema: {@link EventSchemas}. */
public sealed interface EventData permits TicketChange, FeedGap {}
