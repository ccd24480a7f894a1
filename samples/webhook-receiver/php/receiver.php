<?php
// Receives webhooks of Ticketwire. Needs PHP 8: WEBHOOK_SECRET=whsec_… php -S 127.0.0.1:8099 receiver.php

/** Whether the body (as received) was signed with the secret within five minutes of now. */
function verified(string $secret, string $id, string $timestamp, string $signatures, string $body, ?int $now = null): bool
{
    if (!preg_match('/^[0-9]{1,12}$/D', $timestamp) || abs(($now ?? time()) - (int) $timestamp) > 300) {
        return false;
    }
    $key = base64_decode(preg_replace('/^whsec_/', '', $secret));
    $expected = 'v1,' . base64_encode(hash_hmac('sha256', "$id.$timestamp.$body", $key, true));
    foreach (explode(' ', $signatures) as $given) {
        if (hash_equals($expected, $given)) {
            return true;
        }
    }
    return false;
}

if (PHP_SAPI !== 'cli') {
    $id = $_SERVER['HTTP_WEBHOOK_ID'] ?? '';
    $timestamp = $_SERVER['HTTP_WEBHOOK_TIMESTAMP'] ?? '';
    $signatures = $_SERVER['HTTP_WEBHOOK_SIGNATURE'] ?? '';
    $body = file_get_contents('php://input');
    if (!verified(getenv('WEBHOOK_SECRET'), $id, $timestamp, $signatures, $body)) {
        http_response_code(401);
        exit;
    }
    // Store the event under its webhook-id, unless that is stored; work on it after the answer.
    $event = json_decode($body, true);
    error_log("$id {$event['type']} " . ($event['subject'] ?? ''));
    http_response_code(204);
}
