/// Verdicts: written once, in the transaction that completes their job, and never changed.
@NullMarked
package dev.precept.registry.verdict;

import org.jspecify.annotations.NullMarked;
