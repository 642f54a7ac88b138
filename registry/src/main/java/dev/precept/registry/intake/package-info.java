/// How content comes in and is looked up: single classifications, batches of lines, OpenAI's shape,
/// the playground, and the search over items.
///
/// An item and its jobs are written in one transaction. A batch is many of them, a chunk of lines
/// each: what was written stays, whatever becomes of the upload.
///
/// The search reads items newest first by an index on their time and filters as it goes, words by
/// `ilike`. There is no text index: keeping one would cost every insertion, and intake comes first.
/// So a search for something rare reads far back; bound it by a time range.
@NullMarked
package dev.precept.registry.intake;

import org.jspecify.annotations.NullMarked;
