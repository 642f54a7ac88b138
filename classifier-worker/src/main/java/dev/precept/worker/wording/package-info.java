/// Writes the wordings that the registry wants proposed, beside the classification.
@NullMarked
package dev.precept.worker.wording;

import org.jspecify.annotations.NullMarked;
