/// The ledger, to read: every change of state, newest first. Nothing is written from here.
@NullMarked
package dev.precept.console.ledger;

import org.jspecify.annotations.NullMarked;
