package dev.precept.inference.engine;

import jdk.jfr.Category;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One call that appends several tokens to a row.
@Name("dev.precept.Prefill")
@Label("Prefill")
@Category({"Precept", "Engine"})
@StackTrace(false)
final class PrefillEvent extends jdk.jfr.Event {

    @Label("Tokens")
    int tokens;

    @Label("Position")
    int position;
}
