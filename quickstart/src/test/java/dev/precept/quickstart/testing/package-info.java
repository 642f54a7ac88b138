/// The real quickstart for tests: the supervisor as a process, from the jars as they are built.
///
/// Everything that was started ends with the JVM of the tests.
@NullMarked
package dev.precept.quickstart.testing;

import org.jspecify.annotations.NullMarked;
