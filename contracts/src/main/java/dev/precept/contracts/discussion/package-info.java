/// What people say about a version's text, anchored to a line or a rule.
@NullMarked
package dev.precept.contracts.discussion;

import org.jspecify.annotations.NullMarked;
