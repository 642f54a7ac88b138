/// Load and quality figures. Everything is measured from outside, through the API of a running
/// Precept; speed is printed side by side as ratios and never asserted.
@NullMarked
package dev.precept.bench;

import org.jspecify.annotations.NullMarked;
