#!/usr/bin/env python3
"""Receives webhooks of Ticketwire. Needs Python 3.9: WEBHOOK_SECRET=whsec_… python3 receiver.py 8099"""
import base64
import hashlib
import hmac
import json
import os
import re
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

MOST_BYTES = 1 << 20


def verified(secret, headers, body, now=None):
    """Whether the body (bytes, as received) was signed with the secret within five minutes of now."""
    timestamp = headers.get("webhook-timestamp", "")
    if not re.fullmatch("[0-9]{1,12}", timestamp) or abs((now or time.time()) - int(timestamp)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{headers.get('webhook-id', '')}.{timestamp}.".encode() + body
    expected = b"v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    given = headers.get("webhook-signature", "").encode().split(b" ")
    return any(hmac.compare_digest(expected, signature) for signature in given)


class Receiver(BaseHTTPRequestHandler):
    timeout = 10

    def do_POST(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length <= MOST_BYTES else b""
        accepted = verified(os.environ["WEBHOOK_SECRET"], self.headers, body)
        if accepted:
            # Store the event under its webhook-id, unless that is stored; work on it after the answer.
            event = json.loads(body)
            print(self.headers["webhook-id"], event["type"], event.get("subject"), flush=True)
        self.send_response(204 if accepted else 401)
        self.end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver).serve_forever()
