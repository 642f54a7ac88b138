/// Starts, watches and stops everything: the database, the identity provider, and the real
/// applications as child processes.
///
/// Nothing started here outlives the supervisor, however it ends: every child holds the read end of
/// a pipe and ends itself when the other end is gone.
@NullMarked
package dev.precept.quickstart.supervisor;

import org.jspecify.annotations.NullMarked;
