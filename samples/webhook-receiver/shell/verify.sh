#!/usr/bin/env bash
# Verifies a webhook of Ticketwire. Needs bash and OpenSSL:
#   WEBHOOK_SECRET=whsec_… ./verify.sh "$id" "$timestamp" "$signatures" <body

# verified SECRET ID TIMESTAMP SIGNATURES [NOW]: whether the body on standard input was signed with the secret within
# five minutes of now.
verified() {
  local now=${5:-$(date +%s)} expected given
  [[ $3 =~ ^[0-9]{1,12}$ ]] && ((now - 10#$3 <= 300 && 10#$3 - now <= 300)) || return 1
  expected=v1,$({ printf '%s.%s.' "$2" "$3" && cat; } | hmac_sha256 "${1#whsec_}" | base64 -w0)
  for given in $4; do
    # Of digests, so that the time of the comparison tells nothing.
    [[ $(sha256 <<<"$given" | base64 -w0) == "$(sha256 <<<"$expected" | base64 -w0)" ]] && return 0
  done
  return 1
}

# hmac_sha256 KEY_IN_BASE64: HMAC-SHA256 (RFC 2104) of standard input. openssl's own options would show the key in the
# list of processes.
hmac_sha256() {
  local key byte inner= outer=
  key=$(base64 -d <<<"$1" | od -An -v -tx1 | tr -d ' \n')
  while ((${#key} < 128)); do key+=00; done
  while [[ -n $key ]]; do
    byte=$((16#${key:0:2})) key=${key:2}
    printf -v inner '%s\\x%02x' "$inner" $((byte ^ 0x36))
    printf -v outer '%s\\x%02x' "$outer" $((byte ^ 0x5c))
  done
  { printf "$outer" && { printf "$inner" && cat; } | sha256; } | sha256
}

sha256() { openssl dgst -sha256 -binary; }

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
  set -f
  if verified "$WEBHOOK_SECRET" "$@"; then echo "The signature is right."; else echo "Refused."; exit 1; fi
fi
