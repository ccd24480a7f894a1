# Sourced by findings about npm packages: fetches PACKAGES (name@version, without their install scripts) into a temporary folder.
# Sets work, and goes there. Needs Node.js 20 or newer with npm.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private":true}' >package.json
# shellcheck disable=SC2086
npm install --ignore-scripts --no-audit --no-fund --save-exact $PACKAGES >npm.log 2>&1 || { cat npm.log >&2; exit 1; }
