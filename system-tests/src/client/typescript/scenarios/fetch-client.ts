// What a program does with the client that openapi-generator makes (typescript-fetch). Compiled and run by GeneratedClientsIT;
// pieces of it stand in docs/clients.md.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  AttachmentsApi, Configuration, LookUpsApi, ManyWritesApi, ResponseError, StatisticsApi, SubticketsApi, ThePluginsPathsApi, TicketsApi,
  type CommandStatus, type NewTicket, type Problem,
} from '../fetch-client/of-openapi.json/index.js';

const [gateway, key] = process.argv.slice(2) as [string, string];
const configuration = new Configuration({ basePath: gateway, apiKey: key });
const tickets = new TicketsApi(configuration);
const writes = new ManyWritesApi(configuration);
const subject = `Gate ${randomUUID()}`;
const ticket: NewTicket = { name: 'Nina New', email: 'nina@example.org', subject, message: 'Stuck.' };

async function opened(): Promise<string> {
  const { number } = await tickets.createTicket({ newTicket: ticket });
  assert.ok(number);
  return number;
}

async function outcome(receipt: string): Promise<CommandStatus> {
  for (let tries = 0; tries < 200; tries++) {
    const status = await writes.getCommand({ receipt });
    if (status.status !== 'accepted') {
      return status;
    }
    await pause(50);
  }
  throw new Error(`${receipt} is still accepted`);
}

// ---- a ticket lives and dies
const created = await tickets.createTicket({
  newTicket: { ...ticket, dueDate: '2031-05-01 12:00:00', bike: 'HB-1204' },
});
const number = created.number!;
assert.equal(created.receipt, undefined);
const got = await tickets.getTicketRaw({ number });
const tag = got.raw.headers.get('etag')!;
const before = await got.value();
assert.equal(before.subject, subject);
assert.equal(before.duedate, '2031-05-01 12:00:00');

await tickets.updateTicket({ number, ifMatch: tag, changes: { priority: 'High', note: 'Seen', dueDate: null } });
const after = await tickets.getTicket({ number });
assert.equal(after.priority, 'High');
assert.equal(after.duedate, null);

const reply = await tickets.replyToTicket({ number, reply: { message: 'We are on our **way**.', staffId: 'mira' } });
const thread = await tickets.getThread({ number, order: 'newest' });
assert.deepEqual(thread.map((entry) => entry.type), ['R', 'N', 'M']);
assert.equal(thread[0]?.id, reply.entryId);
assert.deepEqual((await tickets.searchTickets({ query: subject })).map((found) => found.number), [number]);
const listed = await tickets.listTickets({ state: ['open', 'closed'], fields: { 'field.bike': 'HB-1204' }, limit: 1 });
assert.deepEqual(listed.map((one) => one.number), [number]);

assert.equal(await tickets.deleteTicket({ number }), null);
const refused = await tickets.getTicket({ number }).catch((error: unknown) => error);
assert.ok(refused instanceof ResponseError);
assert.equal(refused.response.status, 404);
assert.equal(((await refused.response.json()) as Problem).code, 'ticket-not-found');

// ---- files go up and down
const text = `The gate of ${subject}`;
const withFile = await tickets.createTicket({
  newTicket: { ...ticket, attachments: [{ name: 'gate.txt', type: 'text/plain', encoding: 'base64', data: btoa(text) }] },
});
const id = (await tickets.getTicket({ number: withFile.number! })).thread[0]!.attachments![0]!.fileId;
const attachments = new AttachmentsApi(configuration);
assert.equal(atob((await attachments.downloadAttachment({ id })).content), text);
assert.equal(await (await attachments.getAttachmentContent({ id })).text(), text);

// ---- tickets hang together
const subtickets = new SubticketsApi(configuration);
const parent = await opened();
const child = await opened();
assert.equal((await subtickets.getParent({ number: child })).parent, null);
assert.equal((await subtickets.linkTicket({ number: parent, child: { number: child } })).parent?.number, parent);
assert.equal((await subtickets.getParent({ number: child })).parent?.number, parent);
assert.equal((await subtickets.getChildren({ number: parent })).children.length, 1);
assert.equal((await subtickets.unlinkTicket({ number: child })).success, true);

// ---- many are written at once
const gone = await opened();
const bulk = await writes.writeMany({
  bulk: {
    operations: [
      { op: 'create', data: ticket },
      { op: 'update', number: parent, data: { note: 'Seen' } },
      { op: 'link', number: child, parent },
      { op: 'delete', number: gone },
      { op: 'delete', number: 'none-has-this' },
    ],
  },
});
assert.equal(bulk.items, 5);
const done = await outcome(bulk.receipt);
assert.equal(done.status, 'done');
assert.equal(done.counts?.applied, 4);
assert.deepEqual(done.operations?.map((one) => one.status), ['applied', 'applied', 'applied', 'applied', 'rejected']);
assert.equal(done.operations?.[4]?.problem?.code, 'ticket-not-found');
assert.equal((await tickets.getTicket({ number: parent })).children.length, 1);

// ---- a receipt instead of a number: nobody waits for the ticket
const accepted = await tickets.createTicket({ newTicket: ticket, prefer: 'respond-async' });
assert.equal(accepted.number, undefined);
const applied = await outcome(accepted.receipt!);
assert.equal(applied.status, 'applied');
assert.equal((await tickets.getTicket({ number: applied.number! })).subject, subject);

// ---- things are looked up and counted
const lookUps = new LookUpsApi(configuration);
assert.ok((await lookUps.listDepartments()).every((department) => department.path));
assert.ok((await lookUps.listHelpTopics()).some((topic) => topic.fields.some((field) => field.name === 'bike')));
assert.ok((await lookUps.listPriorities()).length);
assert.ok((await lookUps.listSlas()).length);
assert.ok((await lookUps.listTeams()).length);
assert.ok((await lookUps.listAgents()).some((agent) => agent.username === 'mira'));
assert.ok((await lookUps.listStatuses()).some((status) => status.name === 'Open'));
const statistics = new StatisticsApi(configuration);
assert.ok((await statistics.getStatistics()).total > 0);
assert.ok((await statistics.countTickets({ by: 'source' })).some((counts) => counts.id === 'API' && counts.total > 0));
assert.ok((await statistics.countTickets({ by: 'department' })).every((counts) => typeof counts.id === 'number'));
assert.ok((await statistics.countByDay()).every((day) => day.date instanceof Date));
assert.ok((await statistics.measureTimes({ by: 'department' })).every((times) => times.firstResponse.tickets >= 0));

// ---- the plugin's paths
const plugin = new ThePluginsPathsApi(configuration);
const legacy = String(await plugin.pluginCreateTicket({ newTicket: ticket }));
await plugin.pluginUpdateTicket({ number: legacy, pluginChanges: { priorityId: '3' } });
assert.equal((await plugin.pluginGetTicket({ number: legacy })).priorityId, 3);
assert.ok((await plugin.pluginSearchTickets({ query: subject })).length);
assert.equal(await plugin.pluginDeleteTicket({ number: legacy }), legacy);
