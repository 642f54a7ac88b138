/// Embedding beside the jobs: texts of corrections as vectors, on one thread of its own, in pauses.
@NullMarked
package dev.precept.worker.embedding;

import org.jspecify.annotations.NullMarked;
