/// The append-only ledger. An entry is written in the transaction of the change that it tells of,
/// so there is neither a change without an entry nor an entry without a change. The database
/// refuses to update or delete entries. Content never enters it.
@NullMarked
package dev.precept.registry.ledger;

import org.jspecify.annotations.NullMarked;
