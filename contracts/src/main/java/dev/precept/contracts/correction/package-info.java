/// Corrections: verdicts that people overturned, in clusters of like contents, and the drafts that
/// are opened from them.
@NullMarked
package dev.precept.contracts.correction;

import org.jspecify.annotations.NullMarked;
