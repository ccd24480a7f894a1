# Sourced by scripts that run Java: find_jdk sets and exports JAVA_HOME.

fail() { printf '%s\n' "$*" >&2; exit 1; }

# Prints the major version of the JDK in $1, nothing if there is none.
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -x "$1/bin/java" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p' "$1/release"
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\(1\.\)\{0,1\}\([0-9][0-9]*\).*/\2/p'
  fi
}

# JAVA_HOME if it will do, else the newest JDK that this machine has.
find_jdk() {
  best=20; found=
  version=$(jdk_version "${JAVA_HOME:-/nonexistent}")
  if [ "${version:-0}" -ge 21 ]; then export JAVA_HOME; return; fi
  on_path=$(command -v java || true)
  if [ -n "$on_path" ]; then
    on_path=$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")
    on_path=${on_path%/bin/java}
  fi
  for candidate in "${on_path:-/nonexistent}" /usr/lib/jvm/* "${HOME:-/nonexistent}"/.sdkman/candidates/java/* \
    "${HOME:-/nonexistent}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(jdk_version "$candidate")
    if [ "${version:-0}" -gt "$best" ]; then best=$version; found=$candidate; fi
  done
  [ -n "$found" ] || fail "Ticketwire needs a JDK 21 or newer (25 is tested), with its compiler.
Looked at JAVA_HOME${JAVA_HOME:+ ($JAVA_HOME)}, java on the PATH, /usr/lib/jvm, ~/.sdkman, ~/.jdks and /Library/Java.
Install one, for example Eclipse Temurin from adoptium.net, and set JAVA_HOME if it lies elsewhere."
  JAVA_HOME=$found; export JAVA_HOME
}
