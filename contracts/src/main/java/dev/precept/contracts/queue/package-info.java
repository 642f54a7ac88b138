/// Jobs between intake and workers: lease, heartbeat, completion, dead letters.
@NullMarked
package dev.precept.contracts.queue;

import org.jspecify.annotations.NullMarked;
