/// Leases work, has it classified, reports, renews. A job is in hand until it was reported or lost.
@NullMarked
package dev.precept.worker.lease;

import org.jspecify.annotations.NullMarked;
