/// The registry's interface as Java types. Applications depend on this module and never on each
/// other: the registry's controllers implement the HTTP interfaces, the console and the worker call
/// them.
///
/// Everything here is immutable; nothing here knows a Spring container or a database.
@NullMarked
package dev.precept.contracts;

import org.jspecify.annotations.NullMarked;
