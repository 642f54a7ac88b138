# Sourced by ./precept: builds what is older than its sources, and runs the product's command line.

modules="contracts prompt inference migrations registry classifier-worker review-console quickstart bench"

built_jar() {
    ls "$home/$1/target/precept-$1-"*.jar 2>/dev/null | head -n 1
}

is_stale() {
    for module in $modules; do
        jar=$(built_jar "$module")
        [ -n "$jar" ] || return 0
        [ -z "$(find "$home/pom.xml" "$home/$module/pom.xml" "$home/$module/src/main" -newer "$jar" -type f ! -path '*/frontend/generated/*' ! -path '*/main/bundles/*' 2>/dev/null | head -n 1)" ] || return 0
    done
    return 1
}

build_if_stale() {
    is_stale || return 0
    mkdir -p "$home/target"
    log="$home/target/build.log"
    echo "Building Precept (the first build fetches libraries and takes minutes); log: $log" >&2
    if ! (cd "$home" && mvn -B -Dmaven.test.skip -Dspotless.check.skip package >"$log" 2>&1 &
        build=$!
        trap 'kill $build 2>/dev/null' INT TERM
        shown=
        while kill -0 $build 2>/dev/null; do
            now=$(grep -o 'Building [^ ]* .*\]' "$log" 2>/dev/null | tail -n 1 || true)
            if [ -n "$now" ] && [ "$now" != "$shown" ]; then
                echo "  $now" >&2
                shown=$now
            fi
            sleep 1
        done
        wait $build); then
        grep '^\[ERROR\]' "$log" | head -n 12 >&2 || tail -n 20 "$log" >&2
        echo "precept: the build failed; the whole log is in $log" >&2
        exit 1
    fi
    # A module that had nothing to do keeps its old jar.
    for module in $modules; do
        touch "$(built_jar "$module")"
    done
}

# Unpacks an application once for each build of it: a thin jar starts faster.
unpack() {
    jar=$(built_jar "$1")
    if [ ! -d "$2" ] || [ "$jar" -nt "$2" ]; then
        rm -rf "$2"
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$jar" extract --destination "$2" >/dev/null
        touch "$2"
    fi
}

unpack_product() {
    product="$home/quickstart/target/unpacked"
    unpack quickstart "$product"
    product_jar="$product/$(basename "$jar")"
}

# Model folders are the engine's business: its commands run on the libraries that the worker carries.
run_model() {
    models="$home/classifier-worker/target/model-commands"
    unpack classifier-worker "$models"
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx4g --enable-native-access=ALL-UNNAMED \
        -cp "$models/lib/*" dev.precept.inference.cli.ModelCommand "$@"
}

run_product() {
    heap=$1
    shift
    unpack_product
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "$heap" \
        --enable-native-access=ALL-UNNAMED "-Dprecept.home=$home" -jar "$product_jar" "$@"
}

# For commands that answer at once: the JVM keeps an archive of loaded classes, made by the first of them.
run_built() {
    [ -n "$(built_jar quickstart)" ] || build_if_stale
    unpack_product
    exec "$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx64m -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off \
        -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$product/commands.jsa" \
        "-Dprecept.home=$home" -jar "$product_jar" "$@"
}
