/// What may come in over HTTP: bodies are bounded, JSON is read strictly. A body that is too large,
/// too deep, no UTF-8, or not of the shape that `contracts` states ends as a problem of the
/// catalogue before any feature sees it. What the registry itself stored is read leniently, by the
/// application's own mapper. Cells of files that go out and come back are kept from running as
/// formulas.
@NullMarked
package dev.precept.registry.wire;

import org.jspecify.annotations.NullMarked;
