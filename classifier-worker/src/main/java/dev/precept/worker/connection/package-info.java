/// The registry, as this worker reaches it, with a token of its own.
@NullMarked
package dev.precept.worker.connection;

import org.jspecify.annotations.NullMarked;
