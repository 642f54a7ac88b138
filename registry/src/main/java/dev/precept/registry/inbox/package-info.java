/// What waits for the caller, gathered from the desks of the other features. It owns no tables.
@NullMarked
package dev.precept.registry.inbox;

import org.jspecify.annotations.NullMarked;
