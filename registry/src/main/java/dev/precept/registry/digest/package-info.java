/// What names a content, a request or a set for ever.
@NullMarked
package dev.precept.registry.digest;

import org.jspecify.annotations.NullMarked;
