# Sourced by ./precept: measures a fresh Precept with each engine, one after the other, side by side in one run.

# Starts a quickstart of its own on ports beside the usual ones, and waits until it is up.
bench_start() {
    run_product -Xmx160m up --no-prepare --data "$bench_data" --engine "$1" --console-port 28080 --registry-port 28090 \
        --identity-port 29000 --database-port 25432 --worker-port 28091 >"$bench_home/$1.log" 2>&1 &
    bench_pid=$!
    until grep -q 'Precept is up' "$bench_home/$1.log"; do
        if ! kill -0 $bench_pid 2>/dev/null; then
            tail -n 5 "$bench_home/$1.log" >&2
            echo "precept: the quickstart for the bench did not start; its log is $bench_home/$1.log" >&2
            exit 1
        fi
        sleep 1
    done
    PRECEPT_SUBMITTER_TOKEN=$(run_built token submitter --data "$bench_data")
    PRECEPT_READER_TOKEN=$(run_built token reviewer --data "$bench_data")
    export PRECEPT_SUBMITTER_TOKEN PRECEPT_READER_TOKEN
}

bench_stop() {
    [ -n "${bench_pid-}" ] || return 0
    kill -TERM "$bench_pid" 2>/dev/null || true
    wait "$bench_pid" 2>/dev/null || true
    bench_pid=
}

bench_run() {
    "$JAVA_HOME/bin/java" -jar "$(built_jar bench)" "$@"
}

bench_all() {
    bench_home=$(mktemp -d)
    bench_data="$bench_home/data"
    trap 'bench_stop; rm -rf "$bench_home"' EXIT
    trap 'exit 130' INT TERM
    for engine in null similarity; do
        items=20000
        [ $engine = null ] || items=1000
        bench_start $engine
        bench_run throughput --registry http://localhost:28090 --label $engine --items $items \
            --supervisor "$bench_pid" --out "$bench_home/$engine.json"
        if [ $engine = similarity ]; then
            echo
            bench_run quality --registry http://localhost:28090
        fi
        bench_stop
    done
    echo
    bench_run compare "$bench_home/null.json" "$bench_home/similarity.json"
}
