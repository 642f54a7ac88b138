/// What the registry's integration tests share: a real PostgreSQL, real bearer tokens, a clock that
/// tests set.
@NullMarked
package dev.precept.registry.testing;

import org.jspecify.annotations.NullMarked;
