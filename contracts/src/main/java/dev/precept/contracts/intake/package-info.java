/// How content comes in: one item, a batch of lines, or OpenAI's moderation shape.
@NullMarked
package dev.precept.contracts.intake;

import org.jspecify.annotations.NullMarked;
