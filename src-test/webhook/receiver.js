// A platform's receiver, as docs/guides/webhooks.md tells its developer to write it. One JSON line in (what came), one out (what became of it).
'use strict';
const fs = require('fs');
const crypto = require('crypto');
const { Webhook } = require('standardwebhooks');

const task = JSON.parse(fs.readFileSync(0, 'utf8'));

// v1, by the library
function byLibrary(secret, body, headers) {
  try {
    return { event: new Webhook(secret).verify(body, headers) };
  } catch (error) {
    return { error: error.message };
  }
}

// v1a, by the words of the guide: node has Ed25519
function byHand(publicKey, body, headers) {
  const key = crypto.createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`, 'utf8');
  return headers['webhook-signature']
    .split(' ')
    .filter((signature) => signature.startsWith('v1a,'))
    .some((signature) => crypto.verify(null, signed, key, Buffer.from(signature.slice(4), 'base64')));
}

process.stdout.write(JSON.stringify(task.map(({ secret, publicKey, body, headers }) => ({
  ...byLibrary(secret, body, headers),
  ed25519: byHand(publicKey, body, headers),
}))));
