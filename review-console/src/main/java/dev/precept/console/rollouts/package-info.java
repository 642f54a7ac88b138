/// Rollouts on a policy's page: shares, figures, what is due, and what went past the gates. Every
/// button asks for a reason; contents are blurred until a person asks for them.
@NullMarked
package dev.precept.console.rollouts;

import org.jspecify.annotations.NullMarked;
