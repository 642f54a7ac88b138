package dev.precept.inference.engine;

import jdk.jfr.Category;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/// One call that appends one token to each of several rows.
@Name("dev.precept.Decode")
@Label("Decode")
@Category({"Precept", "Engine"})
@StackTrace(false)
final class DecodeEvent extends jdk.jfr.Event {

    @Label("Rows")
    int rows;
}
