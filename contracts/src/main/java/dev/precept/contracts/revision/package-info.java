/// Changes that are based on what somebody has read.
@NullMarked
package dev.precept.contracts.revision;

import org.jspecify.annotations.NullMarked;
