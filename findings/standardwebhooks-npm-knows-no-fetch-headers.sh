#!/usr/bin/env bash
# standardwebhooks (npm) 1.1.1, the reference library of Standard Webhooks: finds no header in a Headers object, and takes
# bytes only as a Buffer.
#
# verify(payload, headers) reads the headers by Object.keys. The Headers of a fetch Request (Next.js, Hono, Deno, Bun, workers)
# have no own members, so a correctly signed request is refused with "Missing required headers". The body of the same request as
# bytes, a Uint8Array, throws another class of error than what one catches for refused requests. A Buffer with the same bytes is
# taken: by the name of its constructor. Pass Object.fromEntries(request.headers) and await request.text().
#
# Seen on 2026-11-30: standardwebhooks 1.1.1, Node.js 20.20. Exit status 0 while it is so.
set -euo pipefail
PACKAGES='standardwebhooks@1.1.1'
. "$(dirname "$0")/lib/npm.sh"

cat >verify.js <<'JS'
const { Webhook } = require('standardwebhooks');
const webhook = new Webhook('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw');
const body = '{"name":"Zoë"}';
const now = new Date();
const headers = {
  'webhook-id': 'msg_1',
  'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
  'webhook-signature': webhook.sign('msg_1', now, body),
};
const request = new Request('http://localhost/', { method: 'POST', headers, body });
function seen(what, payload, given) {
  try {
    console.log(what, '->', JSON.stringify(webhook.verify(payload, given)));
  } catch (error) {
    console.log(what, '->', `${error.name}: ${error.message}`);
  }
}
(async () => {
  const bytes = new Uint8Array(await request.clone().arrayBuffer());
  seen('plain object', body, headers);
  seen('request.headers', body, request.headers);
  seen('entries of request.headers', body, Object.fromEntries(request.headers));
  seen('Uint8Array', bytes, headers);
  seen('Buffer', Buffer.from(bytes), headers);
})();
JS
seen=$(node verify.js)
echo "$seen"
[ "$seen" = 'plain object -> {"name":"Zoë"}
request.headers -> WebhookVerificationError: Missing required headers
entries of request.headers -> {"name":"Zoë"}
Uint8Array -> Error: Expected payload to be of type string or Buffer.
Buffer -> {"name":"Zoë"}' ]
