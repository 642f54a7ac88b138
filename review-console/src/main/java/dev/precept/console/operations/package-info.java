/// Running the service: the fleet, the queue, and the jobs that were given up. Figures are fetched
/// again every five seconds while somebody looks.
@NullMarked
package dev.precept.console.operations;

import org.jspecify.annotations.NullMarked;
