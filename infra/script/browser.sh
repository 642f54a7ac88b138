# Sourced by ./precept: the browser that the browser tests drive, and what else it is driven for.

need_browser() {
    [ ! -x /usr/bin/chromium ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "precept: the browser tests need Chromium at /usr/bin/chromium; install it and try again" >&2
        exit 1
    fi
    sudo=
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            echo "precept: the browser tests need Chromium; as root: apt-get install chromium" >&2
            exit 1
        fi
        sudo=sudo
    fi
    echo "Installing Chromium for the browser tests" >&2
    if ! { $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends chromium; } >/dev/null; then
        echo "precept: could not install Chromium; install it by hand: apt-get install chromium" >&2
        exit 1
    fi
}

# Runs one class of the quickstart's browser tests that is no test, whatever its name says to Maven.
run_browser_class() {
    need_browser
    class=$1
    shift
    cd "$home"
    exec mvn -B verify -pl quickstart -am -Dit.test="$class" -Dfailsafe.failIfNoSpecifiedTests=false \
        -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false "$@"
}
