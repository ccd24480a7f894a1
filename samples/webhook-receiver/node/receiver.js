// Receives webhooks of Ticketwire. Needs Node.js 18: WEBHOOK_SECRET=whsec_… node receiver.js 8099
const crypto = require('node:crypto');
const http = require('node:http');

const MOST_BYTES = 1 << 20;

/** Whether the body (Buffer, as received) was signed with the secret within five minutes of now. */
function verified(secret, headers, body, now = Date.now() / 1000) {
  const timestamp = headers['webhook-timestamp'] ?? '';
  if (!/^[0-9]{1,12}$/.test(timestamp) || Math.abs(now - Number(timestamp)) > 300) {
    return false;
  }
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signed = Buffer.concat([Buffer.from(`${headers['webhook-id']}.${timestamp}.`), body]);
  const expected = Buffer.from(`v1,${crypto.createHmac('sha256', key).update(signed).digest('base64')}`);
  return (headers['webhook-signature'] ?? '')
    .split(' ')
    .map((signature) => Buffer.from(signature))
    .some((given) => given.length === expected.length && crypto.timingSafeEqual(given, expected));
}

async function receive(request, response) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) {
      return response.writeHead(413).end();
    }
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks);
  if (!verified(process.env.WEBHOOK_SECRET, request.headers, body)) {
    return response.writeHead(401).end();
  }
  // Store the event under its webhook-id, unless that is stored; work on it after the answer.
  const event = JSON.parse(body);
  console.log(request.headers['webhook-id'], event.type, event.subject);
  return response.writeHead(204).end();
}

if (require.main === module) {
  http
    .createServer((request, response) => receive(request, response).catch(() => response.destroy()))
    .listen(Number(process.argv[2]), '127.0.0.1');
}

module.exports = { verified };
