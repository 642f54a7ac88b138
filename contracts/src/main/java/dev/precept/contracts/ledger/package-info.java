/// The append-only record of every change of state.
@NullMarked
package dev.precept.contracts.ledger;

import org.jspecify.annotations.NullMarked;
