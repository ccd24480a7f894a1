/** Templates of bodies: JSON with placeholders for values of the event. */
@NullMarked
package dev.ticketwire.webhook.template;

import org.jspecify.annotations.NullMarked;
