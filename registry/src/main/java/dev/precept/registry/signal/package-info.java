/// Signals between registries through PostgreSQL's LISTEN and NOTIFY. A signal is a hint to look
/// again: it may come late, twice, or for nothing, and nothing is lost if one is missed.
@NullMarked
package dev.precept.registry.signal;

import org.jspecify.annotations.NullMarked;
