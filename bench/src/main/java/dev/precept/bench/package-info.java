/// Load and quality figures, measured side by side in one run.
@NullMarked
package dev.precept.bench;

import org.jspecify.annotations.NullMarked;
