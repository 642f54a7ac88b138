/// Reviewing: a person claims a case, sees content, verdict and policy side by side, and decides.
/// Every write goes to the registry under the person's own token and names the revision that was
/// looked at; a refusal never costs the person the words typed.
@NullMarked
package dev.precept.console.review;

import org.jspecify.annotations.NullMarked;
