package dev.ticketwire.command.entry;

import dev.ticketwire.contract.identity.Departments;

/**
 * On whose behalf an entry is written through the API.
 *
 * @param apiKey the id of the key
 * @param departments whose tickets it may know of
 */
public record ApiCaller(int apiKey, Departments departments) {}
