# Sourced by ./ticketwire: write_secrets writes .env from .env.example in $root. Needs openssl, no JDK.

write_secrets() {
  file=$root/.env
  if [ $# -gt 0 ]; then
    [ "$1" = --file ] && [ $# -eq 2 ] || { echo 'Usage: ./ticketwire secrets [--file FILE]' >&2; exit 2; }
    case $2 in /*) file=$2 ;; *) file=$from/$2 ;; esac
  fi
  command -v openssl >/dev/null 2>&1 || fail 'Secrets are made with openssl, which is not on the PATH. Install the package openssl.'
  refuse_existing
  umask 077
  new=$(mktemp "$file.XXXXXX") || fail "$file cannot be written."
  trap 'rm -f "$new"' EXIT
  trap 'exit 130' INT TERM HUP
  key=$(openssl genpkey -algorithm ed25519 2>/dev/null) || fail 'This openssl cannot make Ed25519 keys; OpenSSL 1.1.1 or newer can.'
  while IFS= read -r line; do
    case $line in
      [A-Z]*=)
        made=$(secret "${line%=}") || made=
        [ -n "$made" ] || fail "openssl made nothing for ${line%=}; $file is not written."
        line=$line$made
        ;;
    esac
    printf '%s\n' "$line"
  done <"$root/.env.example" >"$new"
  # A link fails if somebody else has made the file meanwhile.
  ln "$new" "$file" 2>/dev/null || { refuse_existing; cp "$new" "$file"; }
  echo "Wrote $file with new secrets; only you can read it. Now: docker compose up --detach --wait"
}

refuse_existing() {
  [ ! -e "$file" ] && [ ! -L "$file" ] || fail "$file exists and stays as it is. Its secrets are in use by the data; to make others, move it away first."
}

# Prints a new value for the name $1. Keys go through pipes: arguments of processes can be seen by others.
secret() {
  case $1 in
    TICKETWIRE_IDENTITY_PRIVATE_KEY) printf '%s\n' "$key" | openssl pkey -outform DER | openssl base64 -A ;;
    TICKETWIRE_IDENTITY_PUBLIC_KEYS) printf '%s\n' "$key" | openssl pkey -pubout -outform DER | openssl base64 -A ;;
    TICKETWIRE_WEBHOOKS_KEYS) openssl rand -base64 32 ;;
    # Kafka takes a leading minus sign for an option.
    CLUSTER_ID) printf 'A%s' "$(openssl rand -base64 16 | tr '+/' '-_' | cut -c 2-22)" ;;
    *) openssl rand -hex 32 ;;
  esac
}
