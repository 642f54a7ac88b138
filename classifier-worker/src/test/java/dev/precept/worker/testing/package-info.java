/// What several tests of the worker use.
@NullMarked
package dev.precept.worker.testing;

import org.jspecify.annotations.NullMarked;
