/// What is wrong with a policy document, and what would make it a better one: one class a subject.
/// Source of the advice: the policy guide of gpt-oss-safeguard. Checks hold no state.
@NullMarked
package dev.precept.registry.policy.lint;

import org.jspecify.annotations.NullMarked;
