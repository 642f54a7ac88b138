/// Policies as files: a folder for each, with its text, golden set and gates, so that Git and CI
/// can own them.
///
/// What is written is the same for the same policy, byte for byte. What is read is brought into a
/// registry by its API, as a person with that token would, and only as far as it differs: a second
/// import does nothing.
@NullMarked
package dev.precept.quickstart.policyfolder;

import org.jspecify.annotations.NullMarked;
