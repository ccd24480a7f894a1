#!/usr/bin/env bash
# adaptivecards (npm) 3.0.6, the renderer of Adaptive Cards: {{DATE(…)}} and {{TIME(…)}} take whole seconds only.
#
# Both show a time in the reader's language and zone. A time with a fraction, as JavaScript's toISOString(), Java's Instant and
# most JSON libraries write it, is valid RFC 3339, but then the reader sees the braces. The same for a date without time.
#
# Seen on 2026-11-30: adaptivecards 3.0.6 with jsdom 24.1.3, Node.js 20.20. Exit status 0 while it is so.
set -euo pipefail
PACKAGES='adaptivecards@3.0.6 jsdom@24.1.3'
. "$(dirname "$0")/lib/npm.sh"

cat >card.js <<'JS'
const { JSDOM } = require('jsdom');
const { window } = new JSDOM('');
Object.assign(globalThis, { self: globalThis, window, document: window.document, HTMLElement: window.HTMLElement });
const { AdaptiveCard } = require('adaptivecards/dist/adaptivecards.js');
AdaptiveCard.onProcessMarkdown = (text, result) => Object.assign(result, { outputHtml: text, didProcess: true });
for (const time of ['2026-11-30T09:00:00Z', new Date('2026-11-30T09:00:00Z').toISOString(), '2026-11-30']) {
  const card = new AdaptiveCard();
  const text = `{{DATE(${time}, SHORT)}}`;
  card.parse({ type: 'AdaptiveCard', version: '1.4', lang: 'en', body: [{ type: 'TextBlock', text }] });
  console.log(text, '->', card.render().textContent);
}
JS
seen=$(TZ=UTC node card.js)
echo "$seen"
[ "$seen" = '{{DATE(2026-11-30T09:00:00Z, SHORT)}} -> Mon, Nov 30, 2026
{{DATE(2026-11-30T09:00:00.000Z, SHORT)}} -> {{DATE(2026-11-30T09:00:00.000Z, SHORT)}}
{{DATE(2026-11-30, SHORT)}} -> {{DATE(2026-11-30, SHORT)}}' ]
