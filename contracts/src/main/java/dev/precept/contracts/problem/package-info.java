/// The one catalogue of errors. Every refusal is an RFC 9457 problem with a stable code.
@NullMarked
package dev.precept.contracts.problem;

import org.jspecify.annotations.NullMarked;
