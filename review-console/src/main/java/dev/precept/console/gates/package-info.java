/// The gates of a policy: what a version must show before it goes live, and how versions stand. The
/// registry measures and holds back; this only says so.
@NullMarked
package dev.precept.console.gates;

import org.jspecify.annotations.NullMarked;
