package dev.ticketwire.query.command;

import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * The outcome of an item of a bulk.
 *
 * @param index of the item, from 0
 * @param outcome the published outcome, as JSON
 */
record BulkItemView(int index, @JsonRawValue String outcome) {}
