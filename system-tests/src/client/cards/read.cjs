// Reads an Adaptive Card with Microsoft's renderer: no complaint, and nothing is lost. Takes the file with the card.
globalThis.self = globalThis; // The package is built for browsers.
const assert = require('node:assert/strict');
const fs = require('node:fs');
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');

const json = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const card = new AdaptiveCard();
const context = new SerializationContext();
card.parse(json, context);
const complaints = [...Array(context.eventCount).keys()].map((i) => context.getEventAt(i).message);
complaints.push(...card.validateProperties().validationEvents.map((event) => event.message));
assert.deepEqual(complaints, []);
// An empty text is as good as none to it.
const withoutEmpty = (value) => JSON.parse(JSON.stringify(value), (_, member) => (member === '' ? undefined : member));
assert.deepEqual(card.toJSON(), withoutEmpty(json));
