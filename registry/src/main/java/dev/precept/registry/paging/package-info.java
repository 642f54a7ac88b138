/// Pages of lists that only grow: a cursor is the id of the last row that was shown.
@NullMarked
package dev.precept.registry.paging;

import org.jspecify.annotations.NullMarked;
