/// What a model said of an item under a policy version. A verdict never changes.
@NullMarked
package dev.precept.contracts.verdict;

import org.jspecify.annotations.NullMarked;
