/// Searching items and verdicts. Filters stand in the URL, so that a search can be shared; the
/// words looked for in content never do.
@NullMarked
package dev.precept.console.search;

import org.jspecify.annotations.NullMarked;
