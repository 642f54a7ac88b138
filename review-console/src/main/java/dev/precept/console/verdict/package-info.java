/// A verdict as people see it. It shows what the engine said and where its confidence comes from,
/// and claims no more.
@NullMarked
package dev.precept.console.verdict;

import org.jspecify.annotations.NullMarked;
