/// The policy document: reads Markdown with front matter into rules and examples, and says what is
/// wrong with it. Reading never fails: a half-written draft gives what it has, and findings.
@NullMarked
package dev.precept.registry.policy.document;

import org.jspecify.annotations.NullMarked;
