/// PostgreSQL from the binaries in a jar, with its data kept and durable.
///
/// One process owns a cluster: an orphan of a killed supervisor is stopped before the next start.
@NullMarked
package dev.precept.quickstart.database;

import org.jspecify.annotations.NullMarked;
