# Sourced by ./ticketwire: install_applications copies what was built from $root to $home/apps.
# $services names each service as MODULE:NAME.

# The suite runs from copies, so that builds and tests do not affect it.
install_applications() {
  new=$home/apps.new
  rm -rf "$new"; mkdir -p "$new"
  for service in $services; do
    copy "$root/${service%%:*}/target/quarkus-app" "$new/${service#*:}"
  done
  install_classpath quickstart launcher
  install_classpath seed seed
  rm -rf "$home/apps" "$home/cds"; mv "$new" "$home/apps"
}

# Copies what module $1 runs on from this clone to $new/$2, and writes the class path of the copies, which mvn clean does not delete.
install_classpath() {
  mkdir -p "$new/$2"
  entries=$(cat "$root/$1/target/$2.classpath"):$(ls "$root/$1/target/$1"-*.jar)
  classpath=
  IFS=:
  # One variable, since a shell splits what it expands, but no colon that is written here.
  for entry in $entries; do
    case $entry in
      "$root"/*) cp -R "$entry" "$new/$2/"; entry=$home/apps/$2/${entry##*/} ;;
    esac
    classpath=$classpath${classpath:+:}$entry
  done
  unset IFS
  printf '%s' "$classpath" >"$new/$2/classpath"
}

# Hard links where the file system and cp can make them.
copy() { cp -Rl "$1" "$2" 2>/dev/null || { rm -rf "$2"; cp -R "$1" "$2"; }; }
