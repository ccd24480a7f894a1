/** What docs/webhooks.md shows works: receivers in several languages, and templates for chats. */
@NullMarked
package dev.ticketwire.webhook.docs;

import org.jspecify.annotations.NullMarked;
