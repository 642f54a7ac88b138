/// Golden cases by file: an upload is staged, read under a mapping, and imported as a whole.
///
/// Files are spooled to disk and rows pass one chunk at a time, so memory does not grow with a
/// file. Reading goes on in steps of one transaction each, on any registry, after any restart.
@NullMarked
package dev.precept.registry.golden;

import org.jspecify.annotations.NullMarked;
