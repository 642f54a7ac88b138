/// Figures that were measured, as people read them: shares with their intervals, and gates with
/// what they ask for. Nothing here asks the registry.
@NullMarked
package dev.precept.console.measure;

import org.jspecify.annotations.NullMarked;
