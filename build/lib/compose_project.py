"""A project of docker compose on docker-compose.yml, with settings and a name of its own, and what can be seen of it."""
import json, os, pathlib, re, subprocess, time, urllib.error, urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SERVICES = ('kafka', 'mariadb', 'ticket-command-service', 'ticket-query-service', 'subticket-service', 'stats-service',
            'event-service', 'webhook-service', 'mail-service', 'api-gateway')


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **options)
    if done.returncode:
        raise RuntimeError('%s: %s' % (' '.join(map(str, command[:6])), (done.stderr or done.stdout).strip()[-600:]))
    return done.stdout


class Project:
    def __init__(self, name, settings, port):
        self.name, self.settings, self.port = name, settings, port

    def compose(self, *arguments, **options):
        return run('docker', 'compose', '-p', self.name, '--project-directory', ROOT, '--env-file', self.settings,
                   *arguments, **options)

    def up(self, timeout=900):
        self.compose('up', '--detach', '--no-build', '--pull', 'never', '--wait', '--wait-timeout', timeout)

    def down(self):
        self.compose('--profile', '*', 'down', '--volumes', '--remove-orphans', '--timeout', 60)

    def containers(self):
        """@return what docker inspect says of each, by service"""
        ids = run('docker', 'ps', '-aq', '--filter', 'label=com.docker.compose.project=' + self.name).split()
        found = json.loads(run('docker', 'inspect', *ids)) if ids else []
        return {c['Config']['Labels']['com.docker.compose.service']: c for c in found}

    def left_behind(self):
        label = 'label=com.docker.compose.project=' + self.name
        return [line for kind in ('container', 'volume', 'network')
                for line in run('docker', kind, 'ls', '-q', *(['-a'] if kind == 'container' else []), '--filter',
                                label).split()]

    def await_healthy(self, timeout=600):
        """@return seconds until every container that runs is healthy"""
        begin = time.time()
        while True:
            states = {name: c['State'].get('Health', {}).get('Status', '') for name, c in self.containers().items()
                      if c['State']['Running']}
            if states and all(state == 'healthy' for state in states.values()):
                return time.time() - begin
            if time.time() - begin > timeout:
                raise RuntimeError('not healthy after %d s: %s' % (timeout, states))
            time.sleep(0.5)

    def execute(self, service, script, timeout=20):
        """@return exit status of a bash script in the container of a service"""
        container = self.containers()[service]['Id']
        return subprocess.run(['docker', 'exec', container, 'bash', '-c', script], capture_output=True, text=True,
                              timeout=timeout)

    def memory(self):
        """@return MiB in use, by service"""
        used = {}
        for service, container in self.containers().items():
            if container['State']['Running']:
                text = run('docker', 'stats', '--no-stream', '--format', '{{.MemUsage}}', container['Id'])
                number, unit = re.match(r'([\d.]+)([KMG])iB', text).groups()
                used[service] = round(float(number) * {'K': 1 / 1024, 'M': 1, 'G': 1024}[unit])
        return used

    def request(self, method, path, key, body=None):
        """@return status and body of an answer of the gateway"""
        request = urllib.request.Request('http://127.0.0.1:%d%s' % (self.port, path), method=method,
                                         data=None if body is None else json.dumps(body).encode())
        request.add_header('X-API-Key', key)
        request.add_header('Accept', 'application/json')
        request.add_header('Content-Type', 'application/json')
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read() or b'null')
        except urllib.error.HTTPError as refused:
            return refused.code, refused.read().decode(errors='replace')


def readme_curls(port):
    """The requests of the README's section Start, for another port."""
    section = (ROOT / 'README.md').read_text().split('\n## Start', 1)[1].split('\n## ', 1)[0]
    commands = []
    for block in re.findall(r'```sh\n(.*?)```', section, re.S):
        commands += re.findall(r'^curl .*?(?<!\\)$', block, re.S | re.M)
    return [command.replace('127.0.0.1:8080', '127.0.0.1:%d' % port) for command in commands]


def secrets(file, **changes):
    """Writes new secrets to `file`, with the given settings; a commented line of .env.example is set too."""
    run(ROOT / 'ticketwire', 'secrets', '--file', file)
    change(file, **changes)


def change(file, **changes):
    text = pathlib.Path(file).read_text()
    for name, value in changes.items():
        text, found = re.subn(r'(?m)^#?%s=.*$' % name, lambda _: '%s=%s' % (name, value), text, count=1)
        if not found:
            raise RuntimeError('.env.example does not name ' + name)
    pathlib.Path(file).write_text(text)
