"""Reads the feed of ticket events as a client of the gateway, and tells what an event says, for the verify scripts."""
import collections, http.client, json, re, sys, threading, time
import urllib.parse, urllib.request

KEY = 'DEMOFULLACCESS'
ENTRY_TYPES = {'M': 'message_posted', 'R': 'reply_posted', 'N': 'note_posted'}
Fact = collections.namedtuple('Fact', 'type before after')


def text(value):
    return '0' if value in (None, '') else str(value)


def fact_of(event):
    """The same of an event."""
    kind = re.sub(r'\.v\d+$', '', event['type']).replace('ticket.', '', 1)
    before, after = event['data'].get('before') or {}, event['data'].get('after') or {}
    if kind in ('created', 'deleted'):
        return Fact(kind, None, None)
    if kind in ENTRY_TYPES.values():
        return Fact(kind, None, str(after['entry']['id']))
    if kind == 'assigned':
        return Fact(kind, *('%s %s' % (identity(side.get('agent')), identity(side.get('team'))) for side in (before, after)))
    member = next(iter(after or before), None)
    return Fact(kind, identity(before.get(member)), identity(after.get(member)))


def identity(value):
    if isinstance(value, dict):
        value = value.get('id')
    return text(int(value) if isinstance(value, bool) else value)


def tickets(events, number):
    """The number of a deleted ticket may be drawn again for another one: one list per ticket, if there were several."""
    if number == 1:
        return [events]
    parts = collections.OrderedDict()
    for event in events:
        parts.setdefault(event['data']['ticket']['id'], []).append(event)
    return list(parts.values()) + [[]] * (number - len(parts))


def fact_of_any(event):
    return fact_of(event) if event['type'] != 'feed.gap.v1' else None


class Feed:
    def __init__(self, gateway):
        self.url, self.events, self.cursor = gateway + '/events', [], None
        self.cursor = self.page({})['next']

    def page(self, query):
        while True:
            try:
                request = urllib.request.Request(self.url + '?' + urllib.parse.urlencode(query), headers={'X-API-Key': KEY, 'Accept': 'application/json'})
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.load(answer)
            except (OSError, http.client.HTTPException) as e:
                if getattr(e, 'code', 500) < 500 and e.code != 429:
                    sys.exit('%s: %s' % (e, e.read()[:300]))
                time.sleep(0.5)

    def read(self):
        while True:
            page = self.page({'after': self.cursor, 'limit': 1000})
            self.events += page['events']
            self.cursor = page['next']
            if not page['events']:
                return len(self.events)


class Stream(threading.Thread):
    """One stream client for the whole time, which resumes where it was lost."""

    def __init__(self, gateway, cursor):
        super().__init__(daemon=True)
        self.url, self.cursor, self.ids, self.arrivals, self.resumed = gateway + '/events', cursor, [], [], -1
        self.resumes = []

    def run(self):
        while True:
            try:
                request = urllib.request.Request(self.url, headers={
                    'X-API-Key': KEY, 'Accept': 'text/event-stream', 'Last-Event-ID': self.cursor})
                with urllib.request.urlopen(request, timeout=25) as answer:
                    self.resumed += 1
                    self.resumes.append('%s from %s' % (time.strftime('%H:%M:%S'), self.cursor))
                    self.follow(answer)
            except (OSError, http.client.HTTPException):
                pass
            time.sleep(0.3)

    def follow(self, lines):
        data = cursor = None
        for line in lines:
            if not line.endswith(b'\n'):                                 # cut by a lost connection
                return
            if line.startswith(b'data:'):
                data = json.loads(line[5:])['id']
            elif line.startswith(b'id:'):
                cursor = line[3:].strip().decode()
            elif line in (b'\n', b'\r\n'):
                if data:
                    self.ids.append(data)
                    self.arrivals.append(time.time())
                self.cursor, data = cursor or self.cursor, None


def caught_up(stream, count):
    """What the stream told, once it has told as much as the pages, or after a minute."""
    deadline = time.time() + 60
    while len(stream.ids) < count and time.time() < deadline:
        time.sleep(0.2)
    return collections.Counter(stream.ids[:count])


def quiet(feed):
    """Until nothing has come for 20 s, longer than an incomplete create waits."""
    last, since = -1, time.time()
    while time.time() - since < 20:
        count = feed.read()
        if count != last:
            last, since = count, time.time()
        time.sleep(1)
