/// Tables of the console: semantic HTML that turns into cards where there is little room, and
/// paging by the registry's cursors. Nothing is kept but what is shown.
@NullMarked
package dev.precept.console.table;

import org.jspecify.annotations.NullMarked;
