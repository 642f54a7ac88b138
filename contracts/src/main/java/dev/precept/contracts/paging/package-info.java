/// Cursor paging, shared by every list that can grow without bound.
@NullMarked
package dev.precept.contracts.paging;

import org.jspecify.annotations.NullMarked;
