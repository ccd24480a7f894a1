#!/usr/bin/env bash
# adaptivecards (npm) 3.0.6, the renderer of Adaptive Cards: a number or boolean where text belongs is dropped, without an event.
#
# {"title": "Ticket", "value": 480113} in a FactSet, or "text": 480113 in a TextBlock, is shown empty. Neither the log of parsing
# nor validateProperties() mentions it, although a misspelt type or an unknown weight is reported there. Whoever fills a card
# from JSON data has to turn every value into a string.
#
# Seen on 2026-11-30: adaptivecards 3.0.6, Node.js 20.20. Exit status 0 while it is so.
set -euo pipefail
PACKAGES='adaptivecards@3.0.6'
. "$(dirname "$0")/lib/npm.sh"

cat >card.js <<'JS'
globalThis.self = globalThis;
const { AdaptiveCard, SerializationContext } = require('adaptivecards/dist/adaptivecards.js');
function seen(element) {
  const context = new SerializationContext();
  const card = new AdaptiveCard();
  card.parse({ type: 'AdaptiveCard', version: '1.4', body: [element] }, context);
  const events = [];
  for (let i = 0; i < context.eventCount; i++) events.push(context.getEventAt(i).message);
  events.push(...card.validateProperties().validationEvents.map((event) => event.message));
  console.log(JSON.stringify(card.toJSON().body), events.length ? events.join(' ') : 'no event');
}
seen({ type: 'FactSet', facts: [{ title: 'Ticket', value: '480113' }, { title: 'Ticket', value: 480113 }] });
seen({ type: 'FactSet', facts: [{ title: 'Answered', value: true }] });
seen({ type: 'TextBlock', text: 480113 });
seen({ type: 'TextBlock', text: '480113', weight: 'Heavy' });
JS
seen=$(node card.js)
echo "$seen"
[ "$seen" = '[{"type":"FactSet","facts":[{"title":"Ticket","value":"480113"},{"title":"Ticket"}]}] no event
[{"type":"FactSet","facts":[{"title":"Answered"}]}] no event
[{"type":"TextBlock"}] no event
[{"type":"TextBlock","text":"480113"}] Invalid value "Heavy" for property "weight".' ]
