// What a program does with openapi-fetch and the types that openapi-typescript makes. Compiled and run by GeneratedClientsIT; pieces
// of it stand in docs/clients.md.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import type { components, paths } from '../types/openapi.js';

const [gateway, key] = process.argv.slice(2) as [string, string];
const client = createClient<paths>({
  baseUrl: gateway,
  headers: { 'X-API-Key': key },
  querySerializer: { object: { style: 'form', explode: true } },
});
const subject = `Gate ${randomUUID()}`;
const ticket: components['schemas']['NewTicket'] = { name: 'Nina New', email: 'nina@example.org', subject, message: 'Stuck.' };

async function opened(): Promise<string> {
  const { data } = await client.POST('/tickets', { body: ticket });
  assert.ok(data && 'number' in data && data.number);
  return data.number;
}

async function outcome(receipt: string): Promise<components['schemas']['CommandStatus']> {
  for (let tries = 0; tries < 200; tries++) {
    const { data } = await client.GET('/commands/{receipt}', { params: { path: { receipt } } });
    assert.ok(data);
    if (data.status !== 'accepted') {
      return data;
    }
    await pause(50);
  }
  throw new Error(`${receipt} is still accepted`);
}

// ---- a ticket lives and dies
const created = await client.POST('/tickets', { body: { ...ticket, dueDate: '2031-05-01 12:00:00', bike: 'HB-1204' } });
assert.equal(created.response.status, 201);
assert.ok(created.data && 'number' in created.data && created.data.number);
const number = created.data.number;
const path = { number };
const got = await client.GET('/tickets/{number}', { params: { path } });
assert.equal(got.data?.duedate, '2031-05-01 12:00:00');
const tag = got.response.headers.get('etag')!;
const changed = await client.PATCH('/tickets/{number}', {
  params: { path, header: { 'If-Match': tag } },
  body: { priority: 'High', note: 'Seen', dueDate: null },
});
assert.equal(changed.response.status, 200);
const after = await client.GET('/tickets/{number}', { params: { path } });
assert.equal(after.data?.priority, 'High');
assert.equal(after.data?.duedate, null);
const reply = await client.POST('/tickets/{number}/replies', {
  params: { path },
  body: { message: 'We are on our **way**.', staffId: 'mira' },
});
assert.equal(reply.response.status, 201);
const thread = await client.GET('/tickets/{number}/thread', { params: { path, query: { order: 'newest' } } });
assert.deepEqual(thread.data?.map((entry) => entry.type), ['R', 'N', 'M']);
const found = await client.GET('/tickets/search', { params: { query: { query: subject } } });
assert.deepEqual(found.data?.map((one) => one.number), [number]);
const listed = await client.GET('/tickets', {
  params: { query: { state: ['open', 'closed'], fields: { 'field.bike': 'HB-1204' }, limit: 1 } },
});
assert.deepEqual(listed.data?.map((one) => one.number), [number]);
const deleted = await client.DELETE('/tickets/{number}', { params: { path } });
assert.equal(deleted.response.status, 204);
const refused = await client.GET('/tickets/{number}', { params: { path } });
assert.equal(refused.data, undefined);
assert.equal(refused.error?.code, 'ticket-not-found');

// ---- files go up and down
const text = `The gate of ${subject}`;
const withFile = await client.POST('/tickets', {
  body: { ...ticket, attachments: [{ name: 'gate.txt', type: 'text/plain', encoding: 'base64', data: btoa(text) }] },
});
assert.ok(withFile.data && 'number' in withFile.data && withFile.data.number);
const stored = await client.GET('/tickets/{number}', { params: { path: { number: withFile.data.number } } });
const id = stored.data!.thread[0]!.attachments![0]!.file_id;
const download = await client.GET('/attachments/{id}', { params: { path: { id } } });
assert.equal(atob(download.data!.content), text);
const content = await client.GET('/attachments/{id}/content', { params: { path: { id } }, parseAs: 'text' });
assert.equal(content.data, text);

// ---- many are written at once
const parent = await opened();
const child = await opened();
const gone = await opened();
const bulk = await client.POST('/tickets/bulk', {
  body: {
    operations: [
      { op: 'create', data: ticket },
      { op: 'update', number: parent, data: { note: 'Seen' } },
      { op: 'link', number: child, parent },
      { op: 'delete', number: gone },
      { op: 'delete', number: 'none-has-this' },
    ],
  },
});
const done = await outcome(bulk.data!.receipt);
assert.equal(done.status, 'done');
assert.equal(done.counts?.applied, 4);
assert.equal(done.operations?.[4]?.problem?.code, 'ticket-not-found');
const above = await client.GET('/tickets/{number}/parent', { params: { path: { number: child } } });
assert.equal(above.data?.parent?.number, parent);

// ---- a receipt instead of a number: nobody waits for the ticket
const accepted = await client.POST('/tickets', { params: { header: { Prefer: 'respond-async' } }, body: ticket });
assert.equal(accepted.response.status, 202);
const applied = await outcome(accepted.data!.receipt!);
assert.equal(applied.status, 'applied');

// ---- things are looked up and counted
assert.ok((await client.GET('/help-topics')).data?.some((topic) => topic.fields.some((field) => field.name === 'bike')));
for (const lookUp of ['/departments', '/priorities', '/slas', '/teams', '/agents', '/statuses'] as const) {
  assert.ok((await client.GET(lookUp)).data?.length, lookUp);
}
assert.ok((await client.GET('/tickets-stats')).data!.total > 0);
const counts = await client.GET('/statistics/counts', { params: { query: { by: 'source' } } });
assert.ok(Array.isArray(counts.data)); // with format: 'csv' it is text
assert.ok(counts.data.some((one) => one.id === 'API' && one.total > 0));
assert.ok((await client.GET('/statistics/days')).data?.length);
assert.ok((await client.GET('/statistics/times', { params: { query: { by: 'department' } } })).data?.length);

// ---- the plugin's paths
const legacy = await client.POST('/api/tickets.json', { body: ticket, parseAs: 'text' });
assert.equal(legacy.response.status, 201);
const read = await client.GET('/api/tickets-get.php/{number}.json', { params: { path: { number: String(legacy.data) } } });
assert.equal(read.data?.subject, subject);
