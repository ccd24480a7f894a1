"""Kafka as several plain processes on loopback, each broker and controller (KRaft), from the jars of the quick start.

  with KafkaNodes(folder, first_port=18710) as kafka:
      kafka.start()                 # formats, starts all, waits until all are in sync
      kafka.kill(kafka.controller())
      kafka.restart(2)              # waits until every partition has all its replicas again

Node ids begin with 1. Every process ends with this one, even if this one is killed.
"""
import ctypes, json, os, pathlib, shutil, signal, socket, subprocess, threading, time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CLUSTER = 'dGlja2V0d2lyZS12ZXJpZnk'
LONGEST_RECORD = 65 * 1024 * 1024
CONFIGURATION = """\
process.roles=broker,controller
node.id={id}
controller.quorum.voters={voters}
listeners=PLAINTEXT://127.0.0.1:{port},CONTROLLER://127.0.0.1:{controller}
advertised.listeners=PLAINTEXT://127.0.0.1:{port}
controller.listener.names=CONTROLLER
listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT
log.dirs={data}
num.io.threads=2
num.network.threads=2
num.replica.fetchers=1
auto.create.topics.enable=false
default.replication.factor={replication}
min.insync.replicas={in_sync}
offsets.topic.replication.factor={replication}
offsets.topic.num.partitions=6
transaction.state.log.replication.factor={replication}
transaction.state.log.min.isr={in_sync}
transaction.state.log.num.partitions=6
share.coordinator.state.topic.replication.factor={replication}
share.coordinator.state.topic.min.isr={in_sync}
message.max.bytes={longest}
log.cleaner.dedupe.buffer.size=8388608
"""
LOGGING = """\
status=warn
appender.out.type=Console
appender.out.name=out
appender.out.layout.type=PatternLayout
appender.out.layout.pattern=%d{ISO8601} %p %m (%c{1})%n
rootLogger.level=info
rootLogger.appenderRef.out.ref=out
"""


def end_with_parent():
    """For preexec_fn: the kernel kills the child when its parent ends, however that comes about."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def java():
    home = os.environ.get('JAVA_HOME')
    return str(pathlib.Path(home, 'bin/java')) if home else shutil.which('java') or 'java'


def class_path(root=ROOT):
    for path in ('setup/target/classes/kafka.classpath', 'quickstart/target/classes/kafka.classpath'):
        if (root / path).exists():
            return (root / path).read_text().strip()
    raise SystemExit('kafka.classpath is missing: build first (mvn package)')


def accepts(port):
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(('127.0.0.1', port)) == 0


def until(condition, seconds, what, every=0.3):
    deadline = time.time() + seconds
    while not condition():
        if time.time() > deadline:
            raise RuntimeError('not within %d s: %s' % (seconds, what))
        time.sleep(every)


class KafkaNode:
    def __init__(self, number, folder, port, controller):
        self.number, self.folder, self.port, self.controller, self.process = number, folder, port, controller, None

    def command(self, heap, *arguments):
        return [java(), '-Xms64m', '-Xmx' + heap, '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Duser.timezone=UTC',
                '-Djava.io.tmpdir=%s' % self.folder, '-Dlog4j2.configurationFile=%s' % (self.folder / 'log4j2.properties'),
                '@%s' % (self.folder / 'classpath'), *arguments]

    def prepare(self, text, heap):
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / 'server.properties').write_text(text)
        (self.folder / 'log4j2.properties').write_text(LOGGING)
        (self.folder / 'classpath').write_text('-cp\n"%s"\n' % class_path().replace('\\', '\\\\'))
        if not (self.folder / 'data/meta.properties').exists():
            with open(self.folder / 'format.log', 'wb') as log:
                subprocess.run(self.command(heap, 'kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c',
                                            str(self.folder / 'server.properties')), stdout=log, stderr=log, check=True)

    def start(self, heap):
        with open(self.folder / 'server.log', 'ab') as log:
            self.process = subprocess.Popen(self.command(heap, 'kafka.Kafka', str(self.folder / 'server.properties')),
                                            stdout=log, stderr=log, preexec_fn=end_with_parent)

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def send(self, number):
        if self.is_running():
            self.process.send_signal(number)

    def end(self, number=signal.SIGKILL):
        if self.process:
            self.send(signal.SIGCONT)
            self.send(number)
            self.process.wait()


class KafkaNodes:
    def __init__(self, folder, first_port, count=3, heap='256m', in_sync=2, more=''):
        """more: further lines for each server.properties"""
        folder = pathlib.Path(folder).resolve()
        self.heap, self.admin, self.lock = heap, None, threading.Lock()
        self.nodes = {n: KafkaNode(n, folder / ('kafka%d' % n), first_port + n - 1, first_port + 9 + n)
                      for n in range(1, count + 1)}
        self.folder = folder
        self.settings = dict(replication=count, in_sync=min(in_sync, count), longest=LONGEST_RECORD,
                             voters=','.join('%d@127.0.0.1:%d' % (n.number, n.controller) for n in self.nodes.values()))
        self.more = more

    @property
    def bootstrap(self):
        return ','.join('127.0.0.1:%d' % node.port for node in self.nodes.values())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def start(self):
        for node in self.nodes.values():
            node.prepare(CONFIGURATION.format(id=node.number, port=node.port, controller=node.controller,
                                              data=node.folder / 'data', **self.settings) + self.more, self.heap)
        for node in self.nodes.values():
            node.start(self.heap)
        until(lambda: all(accepts(node.port) for node in self.nodes.values()), 120, 'brokers listen')
        until(lambda: self.ask('brokers') == sorted(self.nodes), 60, 'all brokers are in the cluster')

    def ask(self, question):
        """The answer of KafkaAdmin.java; None if it has none now."""
        with self.lock:
            if self.admin is None or self.admin.poll() is not None:
                log = open(self.folder / 'admin.log', 'ab')
                self.admin = subprocess.Popen(
                    [java(), '-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', class_path(),
                     str(ROOT / 'build/lib/KafkaAdmin.java'), self.bootstrap],
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True, preexec_fn=end_with_parent)
                log.close()
            self.admin.stdin.write(question + '\n')
            self.admin.stdin.flush()
            answer = self.admin.stdout.readline()
        answer = json.loads(answer) if answer.startswith(('{', '[', '"')) or answer.strip().lstrip('-').isdigit() else None
        return None if isinstance(answer, dict) and 'error' in answer else answer

    def controller(self):
        """Node id of the active controller."""
        found = []
        until(lambda: found.append(self.ask('controller')) or (found[-1] or 0) > 0, 60, 'there is an active controller')
        return found[-1]

    def partitions(self):
        return self.ask('partitions') or []

    def leader(self, topic, partition):
        return next((p['leader'] for p in self.partitions() if (p['topic'], p['partition']) == (topic, partition)), -1)

    def under_replicated(self):
        """Partitions that lack a replica in sync; None if no broker answers."""
        answer = self.ask('partitions')
        return None if answer is None else [p for p in answer if len(p['isr']) < len(p['replicas'])]

    def coordinator(self, group):
        """Node id of the broker that coordinates a consumer group."""
        return self.ask('coordinator ' + group)

    def transaction_coordinator(self, transactional_id):
        return self.ask('transaction ' + transactional_id)

    def lag(self, group):
        """{'lag': records, 'members': number, 'state': text}, or None"""
        return self.ask('lag ' + group)

    def ends(self, topic):
        """End offset by partition."""
        return {int(k): v for k, v in (self.ask('ends ' + topic) or {}).items()}

    def kill(self, number):
        self.nodes[number].end(signal.SIGKILL)

    def stop(self, number):
        """In good order: leaders move first."""
        self.nodes[number].end(signal.SIGTERM)

    def freeze(self, number):
        """Stops it without closing its connections, as a lost machine does."""
        self.nodes[number].send(signal.SIGSTOP)

    def thaw(self, number):
        self.nodes[number].send(signal.SIGCONT)

    def restart(self, number, seconds=120):
        """Starts a killed node; returns when every partition is in sync again."""
        self.nodes[number].start(self.heap)
        self.in_sync(seconds)

    def in_sync(self, seconds=120):
        until(lambda: self.ask('brokers') == sorted(self.nodes) and self.under_replicated() == [], seconds,
              'all replicas are in sync')

    def close(self):
        if self.admin:
            self.admin.kill()
            self.admin.wait()
        for node in self.nodes.values():
            node.end()
