"""A Docker engine for verification: the one that answers, or the current one of Debian 13, unpacked and not installed."""
import os, pathlib, shutil, signal, subprocess, time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOOLS = ROOT / '.ticketwire' / 'tools'
PACKAGES = ('docker.io', 'docker-cli', 'docker-compose', 'docker-buildx', 'containerd')


class NoEngine(Exception):
    """Why there is none; the message is one sentence."""


def answers():
    if not shutil.which('docker'):
        return False
    return subprocess.run(['docker', 'version'], capture_output=True).returncode == 0


class UserEngine:
    """Runs already and is left alone."""
    name = 'the Docker engine that answers'

    def stop(self):
        pass


class UnpackedEngine:
    """Below .ticketwire/tools of the clone. Images stay there for the next run; the process ends with stop()."""
    name = 'the engine of Debian 13, unpacked'

    def __init__(self):
        self.require()
        fetched = subprocess.run([ROOT / 'build/fetch-tools', TOOLS, *PACKAGES], capture_output=True, text=True)
        if fetched.returncode:
            raise NoEngine('the packages of the engine cannot be fetched: ' + last_line(fetched.stderr))
        (TOOLS / 'root/usr/bin/runc').unlink(missing_ok=True)
        (TOOLS / 'root/usr/sbin/runc').unlink(missing_ok=True)
        configuration = TOOLS / 'cfg'
        configuration.mkdir(exist_ok=True)
        plugins = configuration / 'cli-plugins'
        if not plugins.exists():
            plugins.symlink_to(TOOLS / 'root/usr/libexec/docker/cli-plugins')
        socket = 'unix://%s/docker.sock' % TOOLS
        os.environ.update(PATH=fetched.stdout.strip() + ':' + os.environ['PATH'], DOCKER_HOST=socket,
                          DOCKER_CONFIG=str(configuration))
        self.policy = forward_policy()
        self.start(socket)

    @staticmethod
    def require():
        if os.geteuid():
            raise NoEngine('no Docker engine answers, and only root can start one')
        for program, package in (('apt-get', 'apt'), ('runc', 'runc'), ('iptables', 'iptables')):
            if not shutil.which(program):
                raise NoEngine('no Docker engine answers, and %s is missing: apt-get install -y --no-install-recommends %s'
                               % (program, package))

    def start(self, socket):
        log = TOOLS / 'dockerd.log'
        with open(log, 'w') as out:
            # Ports without an address of their own are for this host alone.
            self.process = subprocess.Popen(
                ['dockerd', '--data-root', TOOLS / 'data', '--exec-root', TOOLS / 'exec', '-H', socket,
                 '--pidfile', TOOLS / 'docker.pid', '--ip=127.0.0.1'],
                stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True)
        for _ in range(240):
            if answers():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.5)
        self.stop()
        raise NoEngine('dockerd does not start: ' + last_line(log.read_text()))

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(60)
        # What dockerd leaves behind stops other network namespaces of this machine.
        subprocess.run(['iptables', '-P', 'FORWARD', self.policy], capture_output=True)


def forward_policy():
    rules = subprocess.run(['iptables', '-S', 'FORWARD'], capture_output=True, text=True).stdout
    return 'DROP' if rules.startswith('-P FORWARD DROP') else 'ACCEPT'


def last_line(text):
    return (text.strip().splitlines() or ['no output'])[-1]


def find():
    """@return an engine that answers; raises NoEngine with the reason if there is none"""
    return UserEngine() if answers() else UnpackedEngine()
