/// Corrections: overturned cases in clusters of like contents, held against the rules, and drafts
/// opened from them. Workers embed, the registry compares; reading changes nothing.
@NullMarked
package dev.precept.registry.correction;

import org.jspecify.annotations.NullMarked;
