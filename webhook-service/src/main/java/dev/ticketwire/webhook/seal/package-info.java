/** Encrypts what the database keeps of subscribers' secrets. */
@NullMarked
package dev.ticketwire.webhook.seal;

import org.jspecify.annotations.NullMarked;
