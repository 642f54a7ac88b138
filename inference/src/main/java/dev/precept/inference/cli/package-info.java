/// `./precept model …`: looks at model folders and makes them. Needs no running product.
///
/// Says what went wrong in one line on standard error and ends with a code of its own; a stack
/// trace is for defects.
@NullMarked
package dev.precept.inference.cli;

import org.jspecify.annotations.NullMarked;
