"""Questions to the Kafka brokers of build/lib/cluster.py, answered by one process of KafkaAdmin.java, which ends with this one.

  admin = KafkaAdmin(cluster)
  admin.controller(), admin.coordinator('ticket-command-service.apply'), admin.under_replicated(), admin.in_sync()

Brokers are named by node id: broker 1 is the cluster's process kafka-1.
"""
import json, pathlib, subprocess, threading, time

HERE = pathlib.Path(__file__).resolve().parent


def until(condition, seconds, what, every=0.3):
    deadline = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > deadline:
            raise RuntimeError('not within %d s: %s' % (seconds, what))
        time.sleep(every)


class KafkaAdmin:
    def __init__(self, cluster):
        self.cluster, self.process, self.lock = cluster, None, threading.Lock()

    def ask(self, question):
        """The answer, None if there is none now."""
        with self.lock:
            if self.process is None or self.process.poll() is not None:
                with open(self.cluster.log('kafka-admin'), 'ab') as log:
                    self.process = subprocess.Popen(
                        [self.cluster.java, '-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp',
                         self.cluster.kafka_classpath(), str(HERE / 'KafkaAdmin.java'), self.cluster.bootstrap],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
            try:
                self.process.stdin.write(question + '\n')
                self.process.stdin.flush()
                answer = json.loads(self.process.stdout.readline())
            except (OSError, ValueError):
                return None
        return None if isinstance(answer, dict) and 'error' in answer else answer

    def brokers(self):
        """Ids of the brokers that are in the cluster, which a killed one is until its session ends."""
        return self.ask('brokers') or []

    def controller(self):
        """Id of the node that is the active controller."""
        found = []
        until(lambda: found.append(self.ask('controller')) or (found[-1] or 0) > 0, 60, 'there is an active controller')
        return found[-1]

    def under_replicated(self):
        """Partitions that lack a replica in sync; None if no broker answers."""
        answer = self.ask('partitions')
        return None if answer is None else [p for p in answer if len(p['isr']) < len(p['replicas'])]

    def coordinator(self, group):
        """Id of the broker that coordinates a consumer group."""
        return self.ask('coordinator ' + group)

    def lag(self, group):
        """{'lag': records, 'members': number, 'state': text}, or None"""
        return self.ask('lag ' + group)

    def ends(self, topic):
        """End offset by partition."""
        return {int(partition): end for partition, end in (self.ask('ends ' + topic) or {}).items()}

    def in_sync(self, seconds=120):
        """Waits until all brokers are in the cluster and every partition has all its replicas in sync."""
        count = len(self.cluster.of('kafka'))
        until(lambda: len(self.brokers()) == count and self.under_replicated() == [], seconds, 'all replicas are in sync')

    def close(self):
        if self.process:
            self.process.kill()
            self.process.wait()
