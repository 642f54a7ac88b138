/// Review by people: which verdicts become cases, who holds a case, and what is decided. Cases open
/// in the transaction that records their verdicts; every other step is one short transaction that
/// locks the case's row and writes the ledger. Whoever escalates a case never decides it.
@NullMarked
package dev.precept.registry.review;

import org.jspecify.annotations.NullMarked;
