/// In-memory stand-ins for the registry's API, and sample values: views are tested against them
/// without a registry.
@NullMarked
package dev.precept.console.testing;

import org.jspecify.annotations.NullMarked;
