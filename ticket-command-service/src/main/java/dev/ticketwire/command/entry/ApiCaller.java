package dev.ticketwire.command.entry;

import dev.ticketwire.contract.identity.Departments;

/**
 * The API key on whose behalf an entry is written.
 *
 * @param apiKey the id of the key
 * @param departments whose tickets it may see
 */
public record ApiCaller(int apiKey, Departments departments) {}
