/// Policy and content in, judgement out. Knows no Spring container, no database and no wire format.
///
/// [Classifier] is the one seam: the clause-similarity engine stands behind it, and so will the
/// generative one.
@NullMarked
package dev.precept.inference;

import org.jspecify.annotations.NullMarked;
