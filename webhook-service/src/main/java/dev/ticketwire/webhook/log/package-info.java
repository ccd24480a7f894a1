/** The log of deliveries and their attempts: pages, export, and asking for deliveries again. */
@NullMarked
package dev.ticketwire.webhook.log;

import org.jspecify.annotations.NullMarked;
