/// What people corrected, in clusters, and the draft that is opened from one.
///
/// Contents stay blurred until somebody asks for one.
@NullMarked
package dev.precept.console.corrections;

import org.jspecify.annotations.NullMarked;
