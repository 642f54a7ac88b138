/// The command line behind `./precept`.
///
/// Results go to standard output and everything said to the person to standard error.
@NullMarked
package dev.precept.quickstart.cli;

import org.jspecify.annotations.NullMarked;
