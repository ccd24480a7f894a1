/** Which events a caller is told, and what of them: filters of the request, departments and rights of the key. */
@NullMarked
package dev.ticketwire.osticket.selection;

import org.jspecify.annotations.NullMarked;
