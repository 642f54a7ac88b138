/// The engine that answers, and policies in the form that it reads.
@NullMarked
package dev.precept.worker.engine;

import org.jspecify.annotations.NullMarked;
