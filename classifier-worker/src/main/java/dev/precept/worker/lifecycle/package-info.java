/// Joins the fleet when the worker starts and leaves it in good order when it stops.
@NullMarked
package dev.precept.worker.lifecycle;

import org.jspecify.annotations.NullMarked;
