# Sourced by the other scripts: installs a system package where this machine allows it.

# install_package NAME: 0 when apt-get installed it, 1 when apt-get or the right to use it is missing or it failed.
install_package() {
    command -v apt-get >/dev/null || return 1
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        as_root=(sudo -n)
    fi
    local quiet=(-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300)
    export DEBIAN_FRONTEND=noninteractive
    # Only the last line is our own to report, so what apt-get says goes to standard error.
    "${as_root[@]}" apt-get "${quiet[@]}" update >&2 || true
    "${as_root[@]}" apt-get "${quiet[@]}" install -y --no-install-recommends "$@" >&2 </dev/null
}
