/// The one mapping of errors to RFC 9457 problems. Details name numbers and the way out, and never
/// quote content.
@NullMarked
package dev.precept.registry.problem;

import org.jspecify.annotations.NullMarked;
