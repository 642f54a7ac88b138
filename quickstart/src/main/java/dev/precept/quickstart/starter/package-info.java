/// Loads the starter policies through the API of the registry, as two demo people would.
///
/// It looks at what exists and does what is missing, so it may be cut short and run again.
@NullMarked
package dev.precept.quickstart.starter;

import org.jspecify.annotations.NullMarked;
