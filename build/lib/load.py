"""Steady load for a running suite, and a journal that says afterwards whether anything was lost, doubled or reordered.

    load = Load(cluster.url, cluster.connect, writers=6, readers=2).start()
    … kill or restart something …
    load.mark('gateway-1 restarted')
    load.finish()                         # writers end their present operation, however often it must be repeated
    faults = load.verify()                # a list of sentences, empty if all is well
    load.report()

Callers behave as docs/api.md asks them to: keep-alive connections; every write carries an Idempotency-Key and is repeated
with the same key after 503 (which must have Retry-After), 429, or a broken connection; 202 is followed to its receipt if
the ticket's number is needed. One writer at a time changes a ticket, so that the order of its entries is known.
"""
import collections, http.client, json, random, select, socket, threading, time, urllib.parse, uuid

KEY = 'DEMOFULLACCESS'
Attempt = collections.namedtuple('Attempt', 'begin end operation status error retry_after address')
Done = collections.namedtuple('Done', 'begin end operation attempts')


class Write:
    """One operation of the journal. `state`: unknown until a 2xx, then accepted (202) or answered."""

    def __init__(self, kind, marker, number=None):
        self.kind, self.marker, self.number = kind, marker, number
        self.key, self.state, self.begin, self.end, self.attempts = str(uuid.uuid4()), 'unknown', time.time(), None, 0


class Caller(threading.Thread):
    """A client with one keep-alive connection."""

    def __init__(self, load, name, base):
        super().__init__(daemon=True, name=name)
        self.load, self.random, self.failure = load, random.Random(name), None
        self.netloc = urllib.parse.urlsplit(base).netloc
        self.prefix = urllib.parse.urlsplit(base).path
        self.connection, self.used = None, 0

    def run(self):
        try:
            while not self.load.ending.is_set():
                self.one()
                if self.load.pause:
                    time.sleep(self.load.pause * self.random.uniform(0.5, 1.5))
        except Stopped:
            pass
        except BaseException as e:
            self.failure = e
            raise

    def attempt(self, operation, method, path, body=None, headers=None):
        """One request. Status 0 if the connection failed: error then says how. Returns attempt and content."""
        begin, error, content, answer = time.time(), None, b'', None
        if self.connection is not None and self.connection.sock and select.select([self.connection.sock], [], [], 0)[0]:
            self.hang_up()   # closed while it was idle: a pool of connections looks before it takes one
        reused = self.connection is not None and self.used > 0
        try:
            if self.connection is None:
                self.connection, self.used = http.client.HTTPConnection(self.netloc, timeout=90), 0
                self.connection.connect()
                self.connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connection.request(method, self.prefix + path, json.dumps(body) if body is not None else None,
                                    {'X-API-Key': self.load.key, 'Content-Type': 'application/json', **(headers or {})})
            answer = self.connection.getresponse()
            content = answer.read()
            self.used += 1
            if answer.will_close:
                self.hang_up()
        except (OSError, http.client.HTTPException) as e:
            error = ('on a kept connection: ' if reused else 'on a new connection: ') + type(e).__name__
            self.hang_up()
        retry_after = answer.getheader('Retry-After') if answer is not None and error is None else None
        made = Attempt(begin, time.time(), operation, answer.status if answer is not None and error is None else 0, error, retry_after,
                       answer.getheader('X-Answered-By') if answer is not None else None)
        self.load.attempts.append(made)
        return made, content

    def hang_up(self):
        if self.connection:
            self.connection.close()
        self.connection = None

    def until_done(self, operation, method, path, body=None, headers=None, good=(200, 201, 202, 204)):
        """Repeats as documented until there is a final answer; returns its status and content."""
        begin, attempts = time.time(), 0
        while True:
            made, content = self.attempt(operation, method, path, body, headers)
            attempts += 1
            if made.status in good:
                self.load.done.append(Done(begin, time.time(), operation, attempts))
                return made.status, content
            if made.status and made.status not in (429, 503) and not self.load.is_retryable(made):
                self.load.complaints.append('%s %s: %d %s' % (method, path, made.status, content[:200].decode(errors='replace')))
                self.load.done.append(Done(begin, time.time(), operation, attempts))
                return made.status, content
            if self.load.abandoned.is_set():
                raise Stopped()
            time.sleep(min(float(made.retry_after or 0.2), self.load.longest_wait))


class Stopped(Exception):
    pass


class Writer(Caller):
    """Opens tickets and changes them one change after the other."""

    def __init__(self, load, number, base):
        super().__init__(load, 'writer-%d' % number, base)
        self.tickets, self.count = [], 0

    def one(self):
        if not self.tickets or (len(self.tickets) < self.load.tickets_each and self.random.random() < 0.4) \
                or self.random.random() < self.load.share_of_creates:
            self.create()
        else:
            number = self.random.choice(self.tickets)
            self.random.choices((self.note, self.reply, self.get), (3, 3, 2))[0](number)

    def marker(self):
        self.count += 1
        return 'm-%s-%s-%06d' % (self.load.run, self.name, self.count)

    def write(self, kind, number, method, path, body, marker):
        write = Write(kind, marker, number)
        with self.load.lock:
            self.load.journal.append(write)
        headers = {'Idempotency-Key': write.key}
        if self.load.wait is not None:
            headers['Prefer'] = 'wait=%d' % self.load.wait
        status, content = self.until_done(kind, method, path, body, headers)
        write.end = time.time()
        write.state = {202: 'accepted'}.get(status, 'answered' if status in (200, 201, 204) else 'refused')
        try:
            return status, json.loads(content) if content else {}
        except ValueError:   # a text, such as the number that the plugin answers
            return status, content.decode()

    def create(self):
        marker = self.marker()
        status, answer = self.write('create', None, 'POST', '/tickets', {
            'name': 'Lena Load', 'email': '%s@load.example' % self.name, 'subject': marker, 'message': 'Opened by the load.'}, marker)
        number = answer.get('number')
        if status == 202:
            number = self.follow(answer['receipt'])
        if number:
            with self.load.lock:
                self.load.numbers[number] = marker
            self.tickets.append(number)
            if len(self.tickets) > self.load.tickets_each:
                self.tickets.pop(0)

    def follow(self, receipt):
        """Asks for a receipt until its command is applied; returns the number."""
        while True:
            status, content = self.until_done('receipt', 'GET', '/commands/' + receipt)
            state = json.loads(content) if status == 200 else {}
            if status != 200 or state.get('status') != 'accepted':
                return state.get('number')
            if self.load.abandoned.is_set():
                raise Stopped()
            time.sleep(0.2)

    def note(self, number):
        marker = self.marker()
        self.write('update', number, 'PATCH', '/tickets/' + number, {'note': marker}, marker)

    def reply(self, number):
        marker = self.marker()
        self.write('reply', number, 'POST', '/tickets/%s/replies' % number, {'message': marker, 'format': 'text'}, marker)

    def get(self, number):
        self.until_done('get', 'GET', '/tickets/' + number)


class Reader(Caller):
    """Reads through every read service."""
    READS = (('search', '/tickets?q=load&limit=5'), ('list', '/tickets?limit=5'), ('stats', '/api/tickets-stats.php'),
             ('events', '/events?limit=5'), ('topics', '/help-topics'))

    def __init__(self, load, number, base):
        super().__init__(load, 'reader-%d' % number, base)

    def one(self):
        operation, path = self.random.choice(self.load.reads or self.READS)
        self.until_done(operation, 'GET', path)


class Follower(threading.Thread):
    """Follows the event stream from its beginning, and resumes it with its cursor."""

    def __init__(self, load, base):
        super().__init__(daemon=True, name='follower')
        self.load, self.base, self.failure = load, base, None
        self.cursor, self.ids, self.repeated, self.ends, self.created, self.refusals = None, set(), 0, [], set(), []

    def run(self):
        while not self.load.followed.is_set():
            try:
                self.follow()
            except (OSError, http.client.HTTPException, ValueError) as e:
                self.ends.append((time.time(), type(e).__name__))
            time.sleep(0.2)

    def follow(self):
        parts = urllib.parse.urlsplit(self.base)
        connection = http.client.HTTPConnection(parts.netloc, timeout=40)
        headers = {'X-API-Key': self.load.key, 'Accept': 'text/event-stream'}
        if self.cursor:
            headers['Last-Event-ID'] = self.cursor
        connection.request('GET', parts.path + '/events', None, headers)
        answer = connection.getresponse()
        if answer.status != 200:
            self.refusals.append((time.time(), answer.status, answer.getheader('Retry-After')))
            answer.read()
            return
        said, identity = None, None
        while True:
            line = answer.readline()
            if not line:
                self.ends.append((time.time(), said or 'no word'))
                return
            if not line.endswith(b'\n'):
                said = said or 'the stream ends inside a block'   # which a client forgets, and gets again
                continue
            text = line.decode().rstrip('\n')
            if text.startswith(': the stream ends'):
                said = text[2:]
            elif text.startswith('id: '):
                identity = text[4:]
            elif text.startswith('data: '):
                self.event(json.loads(text[6:]))
            elif not text and identity:
                self.cursor, identity = identity, None
            if self.load.followed.is_set():
                return

    def event(self, event):
        if event['id'] in self.ids:
            self.repeated += 1
        self.ids.add(event['id'])
        if event['type'].startswith('ticket.created'):
            self.created.add(event['subject'])


class Load:
    """
    base              where requests go: nginx in front of the gateways, with osTicket's path if any
    connect           returns a connection to the help desk's database, for verify()
    pause             mean seconds between two requests of a caller; 0: as fast as it goes
    wait              Prefer: wait=N of writes; None: the gateway's default
    follow            whether one caller follows the event stream
    """

    def __init__(self, base, connect, writers=6, readers=2, pause=0.05, wait=None, key=KEY, follow=False, tickets_each=8,
                 share_of_creates=0.1, reads=None, longest_wait=2.0):
        self.base, self.connect, self.key = base, connect, key
        self.pause, self.wait, self.tickets_each, self.share_of_creates = pause, wait, tickets_each, share_of_creates
        self.reads, self.longest_wait = reads, longest_wait
        self.run = uuid.uuid4().hex[:6]
        self.attempts, self.done, self.journal, self.complaints, self.marks = [], [], [], [], []
        self.numbers, self.lock = {}, threading.Lock()
        self.ending, self.abandoned, self.followed = threading.Event(), threading.Event(), threading.Event()
        self.callers = [Writer(self, n, base) for n in range(writers)] + [Reader(self, n, base) for n in range(readers)]
        self.follower = Follower(self, base) if follow else None

    def is_retryable(self, attempt):
        """502 and 504 are a proxy's: it has lost the gateway. They are counted as failures, but a caller repeats them."""
        return attempt.status in (502, 504)

    def start(self):
        self.began = time.time()
        for caller in [*self.callers, *([self.follower] if self.follower else [])]:
            caller.start()
        return self

    def mark(self, text):
        """Notes when something was done, for report()."""
        self.marks.append((time.time(), text))

    def finish(self, patience=120):
        """Lets every caller end its present operation; those that cannot within `patience` seconds stay unknown."""
        self.ending.set()
        self.ended = time.time()
        deadline = time.time() + patience
        for caller in self.callers:
            caller.join(max(0.1, deadline - time.time()))
        self.abandoned.set()
        for caller in self.callers:
            caller.join(95)
            if caller.failure or caller.is_alive():
                self.complaints.append('%s: %r' % (caller.name, caller.failure or 'did not end'))

    # ---- what callers saw ----

    def between(self, begin=None, end=None):
        return [a for a in self.attempts if (begin or 0) <= a.begin and a.end <= (end or float('inf'))]

    def failures(self, begin=None, end=None):
        """Attempts that a well-behaved client sees as failures: all but 2xx, and 503 and 429 with Retry-After."""
        return [a for a in self.between(begin, end)
                if not (200 <= a.status < 300 or a.status in (429, 503) and a.retry_after)]

    def refused(self, begin=None, end=None):
        """Retryable refusals."""
        return [a for a in self.between(begin, end) if a.status in (429, 503) and a.retry_after]

    def longest_gap(self, begin=None, end=None, operations=None):
        """(seconds, when it began): the longest time in which no operation succeeded, of all callers together."""
        begin, end = begin or self.began, end or self.ended
        ends = sorted(d.end for d in self.done if begin <= d.end <= end and (not operations or d.operation in operations))
        edges = [begin, *ends, end]
        return max((later - earlier, earlier) for earlier, later in zip(edges, edges[1:]))

    def longest_operation(self, begin=None, end=None, operations=None):
        """The operation that took longest with all its repeats, a Done; None if there was none."""
        chosen = [d for d in self.done if (begin or 0) <= d.begin and d.end <= (end or float('inf'))
                  and (not operations or d.operation in operations)]
        return max(chosen, key=lambda d: d.end - d.begin, default=None)

    def throughput(self, begin=None, end=None, operations=None):
        """Operations per second."""
        begin, end = begin or self.began, end or self.ended
        return sum(1 for d in self.done if begin <= d.end < end and (not operations or d.operation in operations)) / max(end - begin, 1e-9)

    def per_second(self):
        return collections.Counter(int(d.end - self.began) for d in self.done)

    def report(self, begin=None, end=None, title=None):
        """One line about a part of the run."""
        gap, since = self.longest_gap(begin, end)
        slowest = self.longest_operation(begin, end)
        kinds = collections.Counter('%s %s' % (a.status or '', a.error or '') for a in self.failures(begin, end))
        codes = collections.Counter('%d' % a.status for a in self.refused(begin, end))
        return '%s%.1f/s, longest gap %.2f s, slowest operation %.2f s (%s, %d requests), retryable refusals %s, failures %s' % (
            title + ': ' if title else '', self.throughput(begin, end), gap, slowest.end - slowest.begin if slowest else 0,
            slowest.operation if slowest else '-', slowest.attempts if slowest else 0, dict(codes) or 0, dict(kinds) or 0)

    # ---- what the database holds ----

    def verify(self, patience=60):
        """Waits until all accepted writes are applied; returns what is wrong: lost, doubled, reordered, refused."""
        deadline = time.time() + patience
        while True:
            faults = self.compare()
            if not faults or time.time() > deadline:
                return faults + ['refused: ' + text for text in self.complaints]
            time.sleep(1)

    def compare(self):
        connection = self.connect()
        with connection, connection.cursor() as cursor:
            cursor.execute("SELECT c.subject, t.number FROM ost_ticket t JOIN ost_ticket__cdata c USING (ticket_id)"
                           " WHERE c.subject LIKE %s", ('m-%s-%%' % self.run,))
            tickets = collections.defaultdict(list)
            for subject, number in cursor.fetchall():
                tickets[subject].append(number)
            # The same marker can be in the poster's text and in HTML around it; entries in the order of their ids.
            cursor.execute("SELECT t.number, e.body FROM ost_ticket t JOIN ost_thread h ON h.object_id = t.ticket_id AND"
                           " h.object_type = 'T' JOIN ost_thread_entry e ON e.thread_id = h.id"
                           " WHERE e.body LIKE %s ORDER BY e.id", ('%%m-%s-%%' % self.run,))
            entries = collections.defaultdict(list)
            for number, body in cursor.fetchall():
                start = body.index('m-' + self.run)
                entries[number].append(body[start:].split('<')[0].split()[0])
        return list(self.faults(tickets, entries))

    def faults(self, tickets, entries):
        expected = collections.defaultdict(list)
        for write in self.journal:
            if write.kind != 'create':
                expected[write.number].append(write)
                continue
            found = len(tickets[write.marker])
            if found > 1:
                yield 'doubled: %d tickets for %s' % (found, write.marker)
            if found == 0 and write.state in ('accepted', 'answered'):
                yield 'lost: no ticket for %s, which was %s at %.3f' % (write.marker, write.state, write.end)
        for number, writes in expected.items():
            found = entries[number]
            counted = collections.Counter(found)
            for marker, count in counted.items():
                if count > 1:
                    yield 'doubled: %s is %d times in %s' % (marker, count, number)
            for write in writes:
                if write.state in ('accepted', 'answered') and not counted[write.marker]:
                    yield 'lost: %s of %s, %s at %.3f' % (write.marker, number, write.state, write.end)
            known = [write.marker for write in writes if counted[write.marker]]
            if known != list(dict.fromkeys(found)):
                yield 'reordered: %s has %s, sent were %s' % (number, found, known)

    def verify_events(self, patience=30):
        """Waits until the followed stream has told of every created ticket; returns the numbers it has not."""
        deadline = time.time() + patience
        while True:
            missing = set(self.numbers) - self.follower.created
            if not missing or time.time() > deadline:
                self.followed.set()
                return missing
            time.sleep(0.5)

    def counts(self):
        states = collections.Counter(write.state for write in self.journal)
        return '%d requests, %d writes (%s), %d tickets' % (
            len(self.attempts), len(self.journal), ', '.join('%d %s' % (n, s) for s, n in states.items()), len(self.numbers))
