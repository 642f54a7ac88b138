/// Trying a policy out on a content, live or as a draft.
@NullMarked
package dev.precept.console.tryit;

import org.jspecify.annotations.NullMarked;
