/// Change requests: the rules by which a policy's versions are approved, how a version stands
/// against them, and the way of a draft onto what was approved meanwhile.
@NullMarked
package dev.precept.contracts.request;

import org.jspecify.annotations.NullMarked;
