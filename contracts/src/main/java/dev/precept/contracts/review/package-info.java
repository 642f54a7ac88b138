/// Cases that people decide: claim, decision, and the queue they wait in.
@NullMarked
package dev.precept.contracts.review;

import org.jspecify.annotations.NullMarked;
