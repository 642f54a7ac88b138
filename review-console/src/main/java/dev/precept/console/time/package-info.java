/// Times as people read them: in the person's own zone, and the zone always said.
@NullMarked
package dev.precept.console.time;

import org.jspecify.annotations.NullMarked;
