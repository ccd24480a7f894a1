"""What build/verify-webhooks needs beside a cluster: receivers, a writer of events, subscriptions, and the figures of a run.

A run: events are written into the topic, each with its number and the time in it; the receiver's log has a line for every
request. Arrivals of a subscription are compared with the events that its filter matches.
"""
import collections, concurrent.futures, json, pathlib, re, statistics, subprocess, threading, time, urllib.error, urllib.request, uuid
from cluster import KEY, ROOT, Failure

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = ROOT / 'contracts/src/main/resources/event/example'
Arrival = collections.namedtuple('Arrival', 'at status id number written')


class Receiver:
    """A process that receives webhooks, and its log."""

    def __init__(self, cluster):
        self.file = cluster.folder / 'received.log'
        self.process = subprocess.Popen(
            [cluster.java, '-Xmx256m', '-XX:+UseSerialGC', str(HERE / 'WebhookReceiver.java'), str(self.file)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline() or 0)
        if not self.port:
            raise Failure('the receiver did not start')

    def url(self, kind, name):
        return 'http://127.0.0.1:%d/%s/%s' % (self.port, kind, name)

    def control(self, command):
        urllib.request.urlopen(self.url('control', command), timeout=10).close()

    def arrivals(self):
        """Name → its arrivals, in order."""
        self.control('flush')
        found = collections.defaultdict(list)
        with open(self.file) as lines:
            for line in lines:
                if not line.endswith('\n'):
                    break                                                # it is being written
                at, name, status, identity, number, written = line.split()
                found[name].append(Arrival(int(at), int(status), identity, int(number), int(written)))
        return found

    def close(self):
        self.process.kill()
        self.process.wait()


class Writer:
    """Writes events of these classes, each a pair of type and data, with some tickets of its own."""

    def __init__(self, cluster, classes, tickets):
        self.run, self.classes, self.tickets, self.written = uuid.uuid4().hex[:8], len(classes), tickets, 0
        file = cluster.folder / 'classes.txt'
        file.write_text(''.join('%s\t%s\n' % (kind, json.dumps(data)) for kind, data in classes))
        with open(cluster.log('event-writer'), 'ab') as log:
            self.process = subprocess.Popen(
                [cluster.java, '-Xmx128m', '-XX:+UseSerialGC', '-cp', cluster.kafka_classpath(), str(HERE / 'EventWriter.java'),
                 cluster.bootstrap, str(file), str(tickets), self.run],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)

    def write(self, seconds, rate):
        """Returns the numbers of the events once all are acknowledged."""
        count = int(seconds * rate)
        self.process.stdin.write('%d %d %f\n' % (self.written, count, rate))
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if answer != str(count):
            raise Failure('of %d events %s were acknowledged' % (count, answer or 'none'))
        self.written += count
        return range(self.written - count, self.written)

    def ticket(self, number):
        return number % self.classes * self.tickets + number // self.classes % self.tickets

    def close(self):
        self.process.kill()
        self.process.wait()


def classes(count):
    """Kinds of events that filters can tell apart: by type, priority and department. Their data are the documented examples."""
    found = []
    for priority in (1, 2, 3, 4):
        for department in (1, 2, 3):
            for file in sorted(EXAMPLES.glob('ticket.*.json')):
                event = json.loads(file.read_text())
                ticket = event['data']['ticket']
                ticket.update(number='@NUMBER@', subject='@MARK@', priority={'id': priority, 'name': 'P%d' % priority},
                              department={'id': department, 'name': 'D%d' % department})
                if 'transferred' not in event['type']:
                    found.append(((event['type'], event['data']),
                                  {'types': [event['type']], 'priorities': [priority], 'departments': [department]}))
    if len(found) < count:
        raise Failure('there are only %d classes' % len(found))
    return found[:count]


class Api:
    """The gateway's /webhooks."""

    def __init__(self, url):
        self.base = url + '/webhooks'

    def ask(self, method, path='', body=None):
        request = urllib.request.Request(
            self.base + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={'X-API-Key': KEY, 'Content-Type': 'application/json', 'Accept': 'application/json'})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.loads(answer.read() or b'null')
        except urllib.error.HTTPError as e:
            raise Failure('%s /webhooks%s: %d %s' % (method, path, e.code, e.read()[:300].decode(errors='replace')))

    def subscribe(self, url, filters=None):
        return self.ask('POST', body={'url': url, **(filters or {})})['id']

    def subscribe_all(self, wanted):
        """`wanted`: pairs of URL and filter; returns the ids, in the same order."""
        with concurrent.futures.ThreadPoolExecutor(8) as callers:
            return list(callers.map(lambda pair: self.subscribe(*pair), wanted))

    def delete_all(self, identities):
        with concurrent.futures.ThreadPoolExecutor(8) as callers:
            list(callers.map(lambda identity: self.ask('DELETE', '/%s' % identity), identities))

    def pause(self, identity):
        self.ask('POST', '/%s/pause' % identity)

    def resume(self, identity):
        self.ask('POST', '/%s/resume' % identity)


class Usage(threading.Thread):
    """Memory and connections of the webhook service, every two seconds."""

    def __init__(self, service, port):
        super().__init__(daemon=True)
        self.service, self.port, self.ended = service, port, threading.Event()
        self.resident, self.heap, self.connections = [], [], []

    def run(self):
        while not self.ended.wait(2):
            try:
                text = pathlib.Path('/proc/%d/status' % self.service.pid).read_text()
                self.resident.append(int(re.search(r'VmRSS:\s+(\d+)', text).group(1)) // 1024)
                self.heap.append(int(self.metric('jvm_memory_used_bytes', 'area="heap"') / 1048576))
                self.connections.append(established(self.port))
            except (OSError, AttributeError, ValueError):
                pass                                                     # it is being killed, or starts

    def metric(self, name, label):
        """The sum of a metric's samples with a label."""
        url = 'http://127.0.0.1:%d/q/metrics' % self.service.management
        with urllib.request.urlopen(url, timeout=5) as answer:
            lines = answer.read().decode().splitlines()
        return sum(float(line.rsplit(' ', 1)[1]) for line in lines
                   if re.match(name + r'[{ ]', line) and label in line)

    def mean_send_millis(self):
        """How long the requests took, on average since the service started."""
        count = self.metric('ticketwire_webhooks_send_seconds_count', '')
        return 1000 * self.metric('ticketwire_webhooks_send_seconds_sum', '') / count if count else float('nan')

    def text(self):
        if not self.resident:
            return 'memory: unknown'
        return 'memory %d MiB (median %d), heap %d MiB (median %d), connections %d (median %d)' % tuple(
            value for values in (self.resident, self.heap, self.connections) for value in (max(values), statistics.median(values)))


def established(port):
    """Connections to a local port, as their callers see them."""
    rows = [line.split() for file in ('/proc/net/tcp', '/proc/net/tcp6') for line in open(file).readlines()[1:]]
    return sum(row[3] == '01' and row[2].endswith(':%04X' % port) for row in rows)


def percentile(sorted_values, percent):
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * percent / 100))] if sorted_values else float('nan')


def first_attempts(arrivals, numbers):
    """Milliseconds from writing an event to its first arrival, ascending."""
    seen = {}
    for arrival in arrivals:
        if arrival.number in numbers:
            seen.setdefault(arrival.number, (arrival.at - arrival.written) / 1000)
    return sorted(seen.values())


def faults(name, arrivals, expected, writer):
    """Sentences: what was lost, or came in another order, or with another id. Repeats are no faults."""
    accepted = [a for a in arrivals if a.status == 204 and a.number >= 0]
    missing = set(expected) - {a.number for a in accepted}
    if missing:
        yield '%s: %d of %d events lost, such as %d' % (name, len(missing), len(expected), min(missing))
    unexpected = {a.number for a in arrivals if a.number >= 0} - set(expected)
    if unexpected:
        yield '%s: %d events that it has not asked for, such as %d' % (name, len(unexpected), min(unexpected))
    if any(a.id != '%s-%d' % (writer.run, a.number) for a in arrivals if a.number >= 0):
        yield '%s: an id changed' % name
    latest, seen = {}, set()
    for arrival in accepted:
        ticket = writer.ticket(arrival.number)
        if arrival.number not in seen and arrival.number < latest.get(ticket, -1):
            yield '%s: event %d of a ticket came after %d' % (name, arrival.number, latest[ticket])
            return
        seen.add(arrival.number)
        latest[ticket] = max(latest.get(ticket, -1), arrival.number)


def overtaken(arrivals, writer):
    """Events of a ticket that were tried before an earlier one of it was accepted."""
    accepted, tried = collections.defaultdict(set), collections.defaultdict(set)
    count = 0
    for arrival in arrivals:
        ticket = writer.ticket(arrival.number)
        earlier = {n for n in tried[ticket] if n < arrival.number} - accepted[ticket]
        count += bool(earlier)
        tried[ticket].add(arrival.number)
        if arrival.status == 204:
            accepted[ticket].add(arrival.number)
    return count


def repeats(arrivals):
    """Events that were accepted more than once: how many times too often."""
    counts = collections.Counter(a.number for a in arrivals if a.status == 204)
    return sum(counts.values()) - len(counts)


def wait_for(missing, seconds):
    """Until missing() is 0; returns what is missing in the end."""
    deadline = time.monotonic() + seconds
    left = missing()
    while left and time.monotonic() < deadline:
        time.sleep(2)
        left = missing()
    return left
