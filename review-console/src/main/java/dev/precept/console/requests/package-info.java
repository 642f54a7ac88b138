/// Change requests: the rules of a policy in words, how a version stands against them, what is said
/// beside its lines, and its merge with what was approved meanwhile.
@NullMarked
package dev.precept.console.requests;

import org.jspecify.annotations.NullMarked;
