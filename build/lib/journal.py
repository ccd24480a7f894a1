"""Load with a journal: callers that change tickets through the gateway, each with an Idempotency-Key per request, and the
proof in the database and in the feed that every accepted change was made once and in its order.

    load = Load('http://127.0.0.1:18700', callers=12, mode='wait')     # or 'async': Prefer: respond-async; 'bulk': bulks
    load.start(); load.phase('a broker is killed'); …; load.stop()
    problems = load.verify(connection) + load.verify_feed()
    print(load.table())

A caller goes on only when its request is accepted: on 503, 502, 504 and lost connections it repeats it with the same key,
as the API advises. Every ticket has one caller, so the order of a ticket's changes is known.
"""
import collections, http.client, json, os, random, re, threading, time, urllib.parse, uuid
from cluster import say
from feed import KEY, Feed, Stream, caught_up, fact_of, quiet

PRIORITIES = {'Low': 1, 'Normal': 2, 'High': 3, 'Emergency': 4}
Answer = collections.namedtuple('Answer', 'began ended tries')


class Ticket:
    """groups: facts in the order in which they were accepted; those of one group came with one command."""

    def __init__(self, number, mark):
        self.number, self.mark, self.groups, self.priority, self.notes = number, mark, [{('created', None)}], 'Normal', 0


class Caller(threading.Thread):
    def __init__(self, load, number):
        super().__init__(daemon=True)
        self.load, self.name, self.random = load, '%s-%d' % (load.run, number), random.Random(number)
        self.connection, self.tickets, self.created, self.commands, self.failure = None, [], 0, 0, None
        self.pauses = []

    def run(self):
        try:
            self.open_tickets()
            while not self.load.ended.is_set():
                began = time.monotonic()
                self.bulk() if self.load.mode == 'bulk' else self.one()
                if self.load.rate:
                    self.load.ended.wait(max(0, self.load.callers / self.load.rate - (time.monotonic() - began)))
        except BaseException as e:                                       # told by Load.stop
            self.failure = e
            raise

    def open_tickets(self):
        """The tickets whose number a caller must know first."""
        while len(self.tickets) < self.load.tickets and not self.load.ended.is_set():
            self.create()

    # ---- requests ----

    def ask(self, method, path, body, waits=True):
        """Repeats a request with its key until it is accepted; returns the answer's body."""
        headers = {'X-API-Key': KEY, 'Content-Type': 'application/json', 'Idempotency-Key': str(uuid.uuid4())}
        if not waits:
            headers['Prefer'] = 'respond-async'
        content, began, tries = json.dumps(body), time.time(), 0
        while True:
            tries += 1
            status, answer, retry_after = self.once(method, path, content, headers)
            self.load.count(status, retry_after)
            if status in (200, 201, 202, 204):
                self.load.answered(Answer(began, time.time(), tries))
                return status, answer
            if status not in (0, 502, 503, 504):
                raise RuntimeError('%s %s: %d %s' % (method, path, status, answer[:300]))
            time.sleep(min(retry_after or 0.3, 1))

    def once(self, method, path, content, headers):
        """Status (0: connection lost), body, seconds of Retry-After"""
        try:
            if self.connection is None:
                self.connection = http.client.HTTPConnection(self.load.netloc, timeout=60)
            self.connection.request(method, path, content, headers)
            answer = self.connection.getresponse()
            body = answer.read()
            if answer.getheader('Connection') == 'close':
                self.connection.close()
                self.connection = None
            retry = answer.getheader('Retry-After')
            return answer.status, body, float(retry) if retry else None
        except (OSError, http.client.HTTPException):
            self.connection = None
            return 0, b'', None

    def settled(self, answer):
        """The outcome of a command that was accepted with a receipt, once there is one."""
        receipt = json.loads(answer)['receipt']
        while True:
            status, body, _ = self.once('GET', '/commands/' + receipt, None, {'X-API-Key': KEY})
            if status == 200:
                outcome = json.loads(body)
                if outcome['status'] != 'accepted':
                    return outcome
            elif status in (400, 401, 403, 404):
                raise RuntimeError('receipt: %d %s' % (status, body[:300]))
            time.sleep(0.2)

    # ---- changes ----

    def body_of_create(self):
        self.created += 1
        mark = '%s.%d' % (self.name, self.created)
        return mark, {'name': 'Rita Rider', 'email': 'rider%d@example.org' % self.random.randrange(500),
                      'subject': mark + ' ' + self.words(), 'message': self.words()}

    def create(self):
        mark, body = self.body_of_create()
        status, answer = self.ask('POST', '/tickets', body)
        outcome = self.settled(answer) if status == 202 else json.loads(answer)
        self.commands += 1
        self.tickets.append(Ticket(outcome['number'], mark))

    def change(self):
        """A ticket, the members of an update, and its facts."""
        ticket = self.random.choice(self.tickets)
        kind = self.random.choices(('note', 'priority', 'subject'), (6, 3, 1))[0]
        if kind == 'note':
            ticket.notes += 1
            text = 'note %s/%d.' % (ticket.mark, ticket.notes)
            return ticket, {'note': text}, {('note_posted', text)}
        if kind == 'priority':
            ticket.priority = self.random.choice([name for name in PRIORITIES if name != ticket.priority])
            return ticket, {'priority': ticket.priority}, {('priority_changed', str(PRIORITIES[ticket.priority]))}
        subject = ticket.mark + ' ' + self.words()
        return ticket, {'subject': subject}, {('subject_changed', subject)}

    def one(self):
        waits = self.load.mode == 'wait'
        if self.random.random() < self.load.creates:
            if waits:
                self.create()
            else:
                mark, body = self.body_of_create()
                self.ask('POST', '/tickets', body, False)
                self.accepted([Ticket(None, mark)], [])
            return
        ticket, members, facts = self.change()
        self.ask('PATCH', '/tickets/' + ticket.number, members, waits)
        self.accepted([], [(ticket, facts)])

    def bulk(self):
        opened, changes, operations = [], [], []
        for _ in range(self.load.bulk):
            if self.random.random() < self.load.creates:
                mark, body = self.body_of_create()
                opened.append(Ticket(None, mark))
                operations.append({'op': 'create', 'data': body})
            else:
                ticket, members, facts = self.change()
                changes.append((ticket, facts))
                operations.append({'op': 'update', 'number': ticket.number, 'data': members})
        self.ask('POST', '/tickets/bulk', {'operations': operations})
        self.accepted(opened, changes)

    def accepted(self, opened, changes):
        for ticket, facts in changes:
            ticket.groups.append(facts)
        self.load.opened.extend(opened)
        self.commands += len(opened) + len(changes)

    def words(self):
        return ' '.join(self.random.choice('bell brake chain gear lamp light pedal pump tyre wheel'.split())
                        for _ in range(5)) + ' ' + uuid.uuid4().hex[:8]


class Reader(threading.Thread):
    """Reads tickets, lists and statistics, one after the other; a read that fails is tried again."""

    def __init__(self, load):
        super().__init__(daemon=True)
        self.load, self.random, self.caller = load, random.Random(1), Caller(load, -1)

    def run(self):
        while not self.load.ended.is_set():
            known = [ticket for thread in self.load.threads for ticket in thread.tickets[:1]]
            path = self.random.choice(['/tickets?limit=5', '/statistics/counts'] + ['/tickets/' + t.number for t in known[:3]])
            began, status = time.time(), None
            while status != 200 and not self.load.ended.is_set():
                status, body, retry = self.caller.once('GET', path, None, {'X-API-Key': KEY})
                if status not in (0, 200, 502, 503, 504):
                    self.load.misread = '%s: %d %s' % (path, status, body[:200])
                if status != 200:
                    with self.load.lock:
                        self.load.statuses.append((time.time(), 'read %s' % (status or 'connection lost')))
                    self.load.ended.wait(min(retry or 0.3, 1))
            with self.load.lock:
                self.load.reads.append(Answer(began, time.time(), 1))
            self.load.ended.wait(0.2)


class Load:
    """
    readers  threads that read besides
    callers  threads, each with one request at a time
    mode     wait (for the outcome, as by default), async (answered with a receipt at once), bulk (of `bulk` operations)
    rate     requests per second of all callers together; 0: as fast as they are answered
    tickets  that each caller opens first and then changes
    creates  share of creates
    """

    def __init__(self, url, callers=12, mode='wait', rate=0, tickets=20, creates=0.25, bulk=100, readers=0,
                 follow=True):
        self.url, self.netloc = url, urllib.parse.urlsplit(url).netloc
        self.callers, self.mode, self.rate, self.tickets, self.creates, self.bulk = callers, mode, rate, tickets, creates, bulk
        self.run, self.ended, self.lock = 'r' + uuid.uuid4().hex[:6], threading.Event(), threading.Lock()
        self.threads, self.opened, self.answers, self.statuses, self.phases = [], [], [], [], []
        self.readers, self.reads, self.misread = [Reader(self) for _ in range(readers)], [], None
        self.feed = Feed(url) if follow else None
        self.stream = Stream(url, self.feed.cursor) if follow else None

    def start(self):
        self.phase('start')
        if self.stream:
            self.stream.start()
        self.threads = [Caller(self, number) for number in range(self.callers)]
        for thread in self.threads + self.readers:
            thread.start()

    def wait_warm(self):
        """Until every caller has its tickets."""
        while any(len(thread.tickets) < self.tickets and thread.is_alive() for thread in self.threads):
            time.sleep(0.1)

    def phase(self, name):
        """What follows is told under this name."""
        self.phases.append((time.time(), name))

    def stop(self):
        self.phase('end')
        self.ended.set()
        for thread in self.threads:
            thread.join(180)
            if thread.is_alive():
                raise RuntimeError('a request of %s is not accepted' % thread.name)
            if thread.failure:
                raise RuntimeError('%s: %s' % (thread.name, thread.failure))

    def answered(self, answer):
        with self.lock:
            self.answers.append(answer)

    def count(self, status, retry_after):
        if status not in (200, 201, 204):
            with self.lock:
                self.statuses.append((time.time(), '503 without Retry-After' if status == 503 and not retry_after else status))

    def commands(self):
        return sum(thread.commands for thread in self.threads)

    # ---- what callers saw ----

    def figures(self):
        """Per phase: name, seconds, answers per second, longest wait of a caller, longest time without any answer, statuses"""
        rows = []
        for (began, name), (ended, _) in zip(self.phases, self.phases[1:]):
            within = [a for a in self.answers if began <= a.ended < ended]
            waited = [a.ended - a.began for a in self.answers if a.ended >= began and a.began < ended]
            silence = longest_gap([a.ended for a in self.answers], began, ended)
            read = max((a.ended - a.began for a in self.reads if a.ended >= began and a.began < ended), default=0)
            statuses = collections.Counter(str(s) for at, s in self.statuses if began <= at < ended)
            rows.append((name, ended - began, len(within) / max(ended - began, 0.001), max(waited, default=0), silence,
                         median(waited), statuses, self.feed_pause(began, ended), read))
        return rows

    def feed_pause(self, began, ended):
        return longest_gap(self.stream.arrivals, began, ended) if self.stream else 0

    def table(self):
        lines = ['| phase | s | answered/s | median wait | longest wait | longest silence | longest read | longest without events | other answers |',
                 '|---|---|---|---|---|---|---|---|---|']
        for name, seconds, rate, longest, silence, middle, statuses, feed, read in self.figures():
            others = ', '.join('%d × %s' % (n, 'connection lost' if s == '0' else s) for s, n in sorted(statuses.items()))
            lines.append('| %s | %.0f | %.0f | %.0f ms | %.1f s | %.1f s | %.1f s | %.1f s | %s |' % (
                name, seconds, rate, middle * 1000, longest, silence, read, feed, others or '–'))
        return '\n'.join(lines)

    # ---- the proof ----

    def finish(self, connection, letters, further=()):
        """Ends the load, verifies and prints everything; returns the exit status."""
        self.stop()
        say('%d commands accepted; the proof is read' % self.commands())
        problems = self.verify(connection, letters) + list(further)
        if self.feed:
            problems += self.verify_feed()
            say('%d events for %d facts; the stream was resumed %d times' % self.events_and_facts)
        print(self.table())
        for problem in problems[:30]:
            say('FAILED ' + problem)
        say('%d commands accepted, %d problems; load average %.1f %.1f %.1f'
            % (self.commands(), len(problems), *os.getloadavg()))
        return 1 if problems else 0

    def settle(self, connection, seconds=120):
        """Waits until the inbox has as many commands as were accepted, or no longer grows."""
        last, since = -1, time.monotonic()
        while time.monotonic() - since < seconds:
            count = rows(connection, 'SELECT COUNT(*) FROM ticketwire_command')[0][0]
            if count >= self.commands():
                return
            if count != last:
                last, since = count, time.monotonic()
            time.sleep(0.5)

    def verify(self, connection, letters=0):
        """What is wrong in the database, one line each. The database must have had no commands before.

        letters: number of dead letters
        """
        self.settle(connection)
        problems = ['%d dead letters' % letters] if letters else []
        states = dict(rows(connection, 'SELECT state, COUNT(*) FROM ticketwire_command GROUP BY state'))
        sent = self.commands()
        if states != {'applied': sent}:
            problems.append('%d commands were accepted, the inbox has %s' % (sent, states))
        all_tickets = [ticket for thread in self.threads for ticket in thread.tickets] + self.opened
        problems += self.number_of(connection, all_tickets)
        for ticket in all_tickets:
            problems += self.wrong(ticket)
        without = [s for _, s in self.statuses if s == '503 without Retry-After']
        problems += [self.misread] if self.misread else []
        return problems + (['%d answers 503 without Retry-After' % len(without)] if without else [])

    def number_of(self, connection, all_tickets):
        """Reads what the tables have of this load; returns tickets that are missing, doubled or unknown."""
        self.subjects, self.notes, self.priorities, self.entries = {}, collections.defaultdict(list), {}, {}
        found, problems = collections.defaultdict(list), []
        for number, subject, priority in rows(connection, 'SELECT t.number, c.subject, c.priority FROM ost_ticket t'
                                              ' JOIN ost_ticket__cdata c USING (ticket_id) WHERE c.subject LIKE %s',
                                              self.run + '-%'):
            found[subject.split(' ')[0]].append(number)
            self.subjects[number], self.priorities[number] = subject, int(re.sub(r'\D.*', '', str(priority)) or 0)
        for ticket in all_tickets:
            numbers = found.pop(ticket.mark, [])
            if len(numbers) != 1:
                problems.append('ticket %s exists %d times: %s' % (ticket.mark, len(numbers), numbers))
            ticket.number = ticket.number or (numbers[0] if numbers else None)
        problems += ['ticket %s was not accepted' % mark for mark in found]
        for entry, number, kind, body in rows(
                connection, "SELECT e.id, t.number, e.type, e.body FROM ost_ticket t JOIN ost_ticket__cdata c USING (ticket_id)"
                " JOIN ost_thread h ON h.object_id = t.ticket_id AND h.object_type = 'T' JOIN ost_thread_entry e"
                " ON e.thread_id = h.id WHERE c.subject LIKE %s ORDER BY e.id", self.run + '-%'):
            if kind == 'N':
                text = re.search(r'note \S+\.', body or '')
                self.notes[number].append(text.group(0) if text else body)
                self.entries[str(entry)] = self.notes[number][-1]
        return problems

    def wrong(self, ticket):
        facts = [fact for group in ticket.groups for fact in group]
        expected = {kind: [value for k, value in facts if k == kind] for kind in ('note_posted', 'priority_changed', 'subject_changed')}
        if self.notes[ticket.number] != expected['note_posted']:
            yield 'notes of %s: %s' % (ticket.mark, difference(expected['note_posted'], self.notes[ticket.number]))
        priority = int((expected['priority_changed'] or ['2'])[-1])
        if self.priorities.get(ticket.number, priority) != priority:
            yield 'priority of %s is %s, not %s' % (ticket.mark, self.priorities.get(ticket.number), priority)
        subject = (expected['subject_changed'] or [None])[-1]
        if subject and self.subjects.get(ticket.number) != subject:
            yield 'subject of %s is %r, not %r' % (ticket.mark, self.subjects.get(ticket.number), subject)

    def verify_feed(self):
        """What is wrong in the feed. After verify()."""
        quiet(self.feed)
        told, problems, seen = collections.defaultdict(list), [], set()
        for event in self.feed.events:
            if event['id'] in seen:
                problems.append('event %s twice' % event['id'])
            seen.add(event['id'])
            if event['type'].startswith('feed.gap'):
                problems.append('a gap was told')
            else:
                told[event['subject']].append(self.told(event))
        all_tickets = [ticket for thread in self.threads for ticket in thread.tickets] + self.opened
        facts = 0
        for ticket in all_tickets:
            facts += sum(len(group) for group in ticket.groups)
            problem = out_of_order(ticket.groups, told.pop(ticket.number, []))
            problems += ['events of %s: %s' % (ticket.mark, problem)] if problem else []
        problems += ['events of a ticket that nobody changed: %s' % number for number in told]
        pages, streamed = collections.Counter(e['id'] for e in self.feed.events), caught_up(self.stream, len(self.feed.events))
        if pages != streamed:
            problems.append('stream: %d events missing, %d more than in the pages'
                            % (sum((pages - streamed).values()), sum((streamed - pages).values())))
        self.events_and_facts = (len(seen), facts, self.stream.resumed)
        return problems

    def told(self, event):
        fact = fact_of(event)
        if fact.type == 'note_posted':
            return fact.type, self.entries.get(fact.after, fact.after)
        return fact.type, fact.after


def out_of_order(groups, told):
    """Takes the groups in their order; within one the order is free. Returns the first difference."""
    told = list(told)
    for group in groups:
        left = set(group)
        while left:
            if not told:
                return 'missing %s' % sorted(left, key=str)
            fact = told.pop(0)
            if fact not in left:
                return 'expected one of %s, found %s' % (sorted(left, key=str), fact)
            left.remove(fact)
    return 'more than was changed: %s' % told if told else None


def difference(expected, found):
    missing = collections.Counter(expected) - collections.Counter(found)
    more = collections.Counter(found) - collections.Counter(expected)
    if missing or more:
        return '%d missing %s, %d too many %s' % (sum(missing.values()), list(missing)[:3], sum(more.values()), list(more)[:3])
    return 'another order, first at %s' % next((e, f) for e, f in zip(expected, found) if e != f).__repr__()


def longest_gap(times, began, ended):
    """Longest time between two of `times` that overlaps the phase."""
    times = sorted(times)
    return max((b - a for a, b in zip(times, times[1:]) if a < ended and b > began), default=ended - began)


def median(values):
    return sorted(values)[len(values) // 2] if values else 0


def rows(connection, sql, *args):
    connection.ping()
    with connection.cursor() as cursor:
        cursor.execute(sql, args)
        return cursor.fetchall()
