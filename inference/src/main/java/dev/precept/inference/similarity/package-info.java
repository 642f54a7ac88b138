/// The clause-similarity engine: a passage is compared with what the policy forbids and allows. It
/// follows whatever policy it is given, and it does not reason: it says "closest to", never why.
/// Threading: all of it may be used by many threads at a time.
@NullMarked
package dev.precept.inference.similarity;

import org.jspecify.annotations.NullMarked;
