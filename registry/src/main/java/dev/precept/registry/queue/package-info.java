/// The queue of jobs in PostgreSQL: lease with `FOR UPDATE SKIP LOCKED`, heartbeat, fencing token,
/// retry, dead letter. Every step is one short transaction; none stays open while a model thinks.
@NullMarked
package dev.precept.registry.queue;

import org.jspecify.annotations.NullMarked;
