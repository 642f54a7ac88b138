# Sourced by ./precept: leaves JAVA_HOME at a JDK of at least 25, or fails with one line that says what to do.

jdk_major() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

is_new_enough() {
    [ -n "$1" ] && [ "$(jdk_major "$1" || echo 0)" -ge 25 ] 2>/dev/null
}

if ! is_new_enough "${JAVA_HOME-}"; then
    javac_on_path=$(command -v javac || true)
    [ -z "$javac_on_path" ] || javac_on_path=$(dirname "$(dirname "$(readlink -f "$javac_on_path")")")
    found=
    for candidate in "$javac_on_path" /usr/lib/jvm/*25* /usr/lib/jvm/* \
        "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* /opt/*jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_new_enough "$candidate"; then
            found=$candidate
            break
        fi
    done
    if [ -z "$found" ]; then
        echo "precept: no JDK 25 or newer found; install one, or set JAVA_HOME to it" >&2
        exit 1
    fi
    JAVA_HOME=$found
fi
export JAVA_HOME
