"""What build/verify-mails needs beside a cluster: a help desk that mails, a mail server, a load, and the comparison of what
was changed, what was decided and what arrived.
"""
import collections, datetime, json, os, pathlib, re, subprocess, threading, time
from cluster import KEY, ROOT, Failure, say
import load

HERE = pathlib.Path(__file__).resolve().parent
Arrival = collections.namedtuple('Arrival', 'at verdict sender recipients id submitted suppress digest')
Row = collections.namedtuple('Row', 'id ticket entry type message_id recipients state attempts first_failure settled')

# Our own demo help desk, with an automatic response and two agents who are alerted of each new ticket: a member of the
# department and its manager. A customer's message and a note tell the manager.
HELP_DESK = """
UPDATE ost_config SET value = '1' WHERE namespace = 'core' AND `key` IN ('ticket_autoresponder', 'message_autoresponder',
  'ticket_alert_active', 'ticket_alert_dept_members', 'ticket_alert_dept_manager', 'message_alert_active',
  'message_alert_dept_manager', 'note_alert_active', 'note_alert_dept_manager');
UPDATE ost_config SET value = '' WHERE namespace = 'core' AND `key` IN ('ticket_alert_admin', 'message_alert_laststaff',
  'message_alert_assigned', 'note_alert_laststaff', 'note_alert_assigned');
INSERT IGNORE INTO ost_staff_dept_access (staff_id, dept_id, role_id, flags) VALUES (2, 1, 1, 1);
UPDATE ost_filter SET isactive = 0;
"""
AGENTS = 2
# Headers by which a machine's mail is told from a person's.
GUARDS = {'auto-response': ('auto-replied', 'DR, RN, OOF, AutoReply'), 'confirmation': ('auto-replied', 'DR, RN, OOF, AutoReply'),
          'ticket-alert': ('auto-generated', 'OOF, AutoReply'), 'message-alert': ('auto-generated', 'OOF, AutoReply'),
          'activity-alert': ('auto-generated', 'OOF, AutoReply'), 'reply': ('-', '-')}
# An earlier mail of a ticket that is refused for itself holds up the later ones so long, then no more.
HOLDS_UP = 300


def help_desk(folder):
    """A file with the SQL of the demo help desk, changed so."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / 'helpdesk.sql'
    file.write_text(next(ROOT.glob('*/src/main/resources/demo/helpdesk.sql')).read_text() + HELP_DESK)
    return file


def settings(port, **more):
    """Settings of a cluster's services; `port` of the relay, None for no mails."""
    relay = {'TICKETWIRE_MAIL_SMTP_URL': 'smtp://127.0.0.1:%d' % port, 'TICKETWIRE_MAIL_ACCOUNTS': 'false'} if port else {}
    limits = {'TICKETWIRE_LIMIT_REQUESTS_PER_SECOND': '100000', 'TICKETWIRE_LIMIT_IN_FLIGHT': '10000'}
    return {'gateway': limits, 'command': relay, 'query': relay, 'mail': {**relay, **more}}


class Program:
    """A Java program of build/lib that answers each line of its input with a line."""

    def __init__(self, java, log, options, arguments):
        self.log = log
        with open(log, 'ab') as errors:
            self.process = subprocess.Popen(
                [java, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=4', *map(str, options), *map(str, arguments)],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True)

    def read(self):
        line = self.process.stdout.readline().strip()
        if not line:
            raise Failure('a program has ended, see %s' % self.log)
        return line

    def ask(self, command):
        self.process.stdin.write(command + '\n')
        self.process.stdin.flush()
        return self.read()

    @property
    def pid(self):
        return self.process.pid

    def close(self):
        self.process.kill()
        self.process.wait()


class Sink(Program):
    """A mail server, and its log."""

    def __init__(self, java, folder, port=0):
        folder.mkdir(parents=True, exist_ok=True)
        self.folder, self.file = folder, folder / 'arrived.log'
        super().__init__(java, folder / 'sink.log', ['-Xmx128m'], [HERE / 'MailSink.java', port, self.file])
        self.port = int(self.read())

    def be(self, mode):
        if self.ask(mode) != 'ok':
            raise Failure('the sink does not know %s' % mode)

    def arrivals(self):
        """All of them in order, the refused too."""
        self.be('flush')
        with open(self.file) as lines:
            return [arrival(line) for line in lines]

    def taken(self):
        return [a for a in self.arrivals() if a.verdict != '451']

    def samples(self):
        return sorted(self.folder.glob('sample-*.eml'))


def arrival(line):
    at, verdict, sender, recipients, *rest = line.rstrip('\n').split('\t')
    return Arrival(int(at), verdict, sender, tuple(recipients.split(',')), *rest)


Load = collections.namedtuple('Load', 'creates late failed seconds p50 p99 longest')


class Creates(Program):
    """Opens tickets straight at a gateway; `name` begins their subjects."""

    def __init__(self, java, cluster, name):
        super().__init__(java, cluster.log('ticket-load'), ['-Xmx256m'], [HERE / 'TicketLoad.java', cluster['gateway-1'].port, KEY, name])
        self.name = name

    def closed(self, count, in_flight):
        return self.load('closed %d %d' % (count, in_flight))

    def open(self, seconds, rate, messages):
        return self.load('open %f %f %d' % (seconds, rate, messages))

    def load(self, command):
        creates, late, failed, seconds, *micros = self.ask(command).split()
        return Load(int(creates), int(late), int(failed), float(seconds), *(int(m) / 1000 for m in micros))


class Database:
    def __init__(self, cluster):
        self.cluster = cluster

    def rows(self, sql, *values):
        with self.cluster.connect() as connection, connection.cursor() as cursor:
            cursor.execute(sql, values)
            return cursor.fetchall()

    def waiting(self):
        return self.rows("SELECT COUNT(*) FROM ticketwire_mail WHERE state = 'waiting'")[0][0]

    def mails(self):
        found = self.rows('SELECT id, ticket_id, entry_id, type, message_id, recipients, state, attempts, first_failure, settled'
                          ' FROM ticketwire_mail ORDER BY id')
        return [Row(*row[:5], tuple(r['address'] for r in json.loads(row[5])), *row[6:]) for row in found]

    def expected(self, subjects):
        """(ticket, type) → how many mails osTicket's rows ask for; of tickets whose subject begins so."""
        mails = collections.Counter()
        for ticket, kind, staff, count in self.rows(
                'SELECT h.object_id, e.type, e.staff_id > 0, COUNT(*) FROM ost_ticket__cdata c'
                " JOIN ost_thread h ON h.object_id = c.ticket_id AND h.object_type = 'T'"
                ' JOIN ost_thread_entry e ON e.thread_id = h.id WHERE c.subject LIKE %s GROUP BY 1, 2, 3', subjects + '%'):
            if kind == 'M':
                mails += {(ticket, 'auto-response'): 1, (ticket, 'ticket-alert'): AGENTS,
                          (ticket, 'confirmation'): count - 1, (ticket, 'message-alert'): count - 1}
            else:
                mails[ticket, 'activity-alert'] += count
                mails[ticket, 'reply'] += count if kind == 'R' else 0
        return +mails


class Comparison:
    """Compares osTicket's rows, the mails decided and the mails that arrived. `faults` are sentences."""

    def __init__(self, database, subjects, arrivals):
        self.rows, self.expected = database.mails(), database.expected(subjects)
        self.taken = [a for a in arrivals if a.verdict != '451']
        self.refused = len(arrivals) - len(self.taken)
        self.lost_answers = sum(a.verdict == 'lost' for a in self.taken)
        self.by_id = collections.defaultdict(list)
        for a in self.taken:
            self.by_id[a.id].append(a)
        self.repeats = len(self.taken) - len(self.by_id)
        self.overtaken = 0
        self.faults = [*self.changes(), *self.sending(), *self.order()]

    def changes(self):
        """Each change has its mails, and each mail a change."""
        decided = collections.Counter((row.ticket, row.type) for row in self.rows)
        lacking, surplus = self.expected - decided, decided - self.expected
        if lacking:
            yield '%d mails of changes were not decided, such as %s of ticket %d' % (lacking.total(), *example(lacking))
        if surplus:
            yield '%d mails were decided without a change, such as %s of ticket %d' % (surplus.total(), *example(surplus))

    def sending(self):
        rows = {row.message_id: row for row in self.rows}
        if len(rows) < len(self.rows):
            yield '%d mails share a Message-ID with another' % (len(self.rows) - len(rows))
        lost = [row for row in self.rows if row.message_id not in self.by_id]
        if lost:
            yield '%d of %d mails did not arrive, such as %d, which is %s' % (len(lost), len(self.rows), lost[0].id, lost[0].state)
        unsettled = [row for row in self.rows if row.state != 'sent']
        if unsettled:
            yield '%d mails are not sent, such as %d, which is %s' % (len(unsettled), unsettled[0].id, unsettled[0].state)
        unknown = [a for a in self.taken if a.id not in rows]
        if unknown:
            yield '%d mails arrived that were not decided, such as %s' % (len(unknown), unknown[0].id)
        changed = [a for a in self.taken if a.digest != self.by_id[a.id][0].digest]
        if changed:
            yield '%d repeats are not the same mail byte for byte, such as %s' % (len(changed), changed[0].id)
        yield from self.addresses(rows)

    def addresses(self, rows):
        known = [(rows[a.id], a) for a in self.taken if a.id in rows]
        other = [row.id for row, a in known if sorted(a.recipients) != sorted(row.recipients)]
        if other:
            yield '%d mails arrived with other recipients, such as mail %d' % (len(other), other[0])
        bare = [row.id for row, a in known if (a.submitted, a.suppress) != GUARDS[row.type]]
        if bare:
            yield '%d mails lack the headers of their kind, such as mail %d' % (len(bare), bare[0])

    def order(self):
        """Of one ticket, by id; one that was refused for itself may be overtaken after a while."""
        first = {}
        for number, a in enumerate(self.taken):
            first.setdefault(a.id, (number, a.at))
        tickets, faults = collections.defaultdict(list), []
        for row in self.rows:
            if row.message_id in first:
                tickets[row.ticket].append((row, *first[row.message_id]))
        for mails in tickets.values():
            for (earlier, before, _), (later, after, at) in zip(mails, mails[1:]):
                if after < before:
                    held = earlier.first_failure and at / 1e6 - utc(earlier.first_failure) >= HOLDS_UP - 1
                    self.overtaken += bool(held)
                    faults += [] if held else ['mail %d of a ticket arrived before mail %d' % (later.id, earlier.id)]
        if faults:
            yield '%d times the order of a ticket was another, such as: %s' % (len(faults), faults[0])

    def text(self):
        kinds = collections.Counter(row.type for row in self.rows)
        return '%d tickets, %d mails decided (%s), %d arrived and %d repeats with the same Message-ID and bytes' % (
            len({row.ticket for row in self.rows}), len(self.rows), ', '.join('%d %s' % (n, k) for k, n in kinds.most_common()),
            len(self.by_id), self.repeats)


def utc(time):
    """Seconds since 1970 of a time without zone."""
    return time.replace(tzinfo=datetime.timezone.utc).timestamp()


def example(counter):
    ticket, kind = next(iter(counter))
    return kind, ticket


class Writer(load.Writer):
    """Also replies as an agent."""
    AGENT = 2

    def one(self):
        if not self.tickets or (len(self.tickets) < self.load.tickets_each and self.random.random() < 0.4) \
                or self.random.random() < self.load.share_of_creates:
            self.create()
        else:
            number = self.random.choice(self.tickets)
            self.random.choice((self.note, self.reply, self.answer))(number)

    def answer(self, number):
        marker = self.marker()
        self.write('reply', number, 'POST', '/tickets/%s/replies' % number,
                   {'message': marker, 'format': 'text', 'staffId': self.AGENT}, marker)


class Changes(load.Load):
    """Tickets, customers' messages, agents' replies and notes, with a journal of what was accepted."""

    def __init__(self, cluster, writers, pause):
        super().__init__(cluster.url, cluster.connect, writers=0, readers=0, pause=pause)
        self.callers = [Writer(self, number, cluster.url) for number in range(writers)]


class Backlog(threading.Thread):
    """Counts the mails that wait, every half second."""

    def __init__(self, database):
        super().__init__(daemon=True)
        self.database, self.ended, self.most = database, threading.Event(), 0

    def run(self):
        while not self.ended.wait(0.5):
            try:
                self.most = max(self.most, self.database.waiting())
            except Exception:   # the database is being killed
                pass

    def end(self):
        self.ended.set()
        self.join()
        return self.most


def until_empty(database, patience, standstill=90):
    """Seconds until no mail waits; fails if fewer do not become, for that long."""
    began = moved = time.monotonic()
    fewest = None
    while True:
        try:
            left = database.waiting()
        except Exception:
            left = None         # the database starts
        now = time.monotonic()
        if left == 0:
            return now - began
        if left is not None and (fewest is None or left < fewest):
            fewest, moved = left, now
        if now - began > patience or now - moved > standstill:
            raise Failure('%s mails still wait after %.0f s, and for %.0f s none was sent' % (left, now - began, now - moved))
        time.sleep(0.1)


def processor_seconds(pid):
    """Time of the processors that a process has used."""
    fields = pathlib.Path('/proc/%d/stat' % pid).read_text().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf('SC_CLK_TCK')


def libraries(cluster):
    """Class path of the mail service's libraries."""
    folder = cluster['mail-1'].apps / 'lib'
    return ':'.join(str(jar) for jar in sorted(folder.rglob('*.jar')))
