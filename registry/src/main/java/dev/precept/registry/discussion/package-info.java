/// What people say about a version's text: threads anchored to a line or a rule.
///
/// Rows are only ever added; each write is one transaction with its ledger entry, which holds the
/// SHA-256 of what was said, not the words.
@NullMarked
package dev.precept.registry.discussion;

import org.jspecify.annotations.NullMarked;
