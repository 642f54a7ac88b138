package dev.precept.quickstart.cli;

/// How a command ends when it has no answer; 0, 1 and 2 are the outcomes of `classify`.
final class ExitCodes {

    static final int USAGE = 64;
    static final int FAILED = 69;

    private ExitCodes() {}
}
