// A carrier's AMQP 1.0 client. One JSON line in (what to do), one JSON line out (what became of it).
'use strict';
const rhea = require('rhea');
const fs = require('fs');

const task = JSON.parse(fs.readFileSync(0, 'utf8'));
const container = rhea.create_container();
const result = { sent: [], received: [], errors: [] };
const pieces = (body) => body.map((piece) => Buffer.from(piece, 'utf8'));
const bodies = {
  text: (body) => body,
  data: (body) => rhea.message.data_section(Buffer.from(body, 'utf8')),
  sections: (body) => rhea.message.data_sections(pieces(body)),
  sequence: (body) => rhea.message.sequence_section(body),
  map: (body) => body,
  number: (body) => body,
  big: (length) => rhea.message.data_section(Buffer.alloc(length, 120)),
};

function finish() {
  process.stdout.write(JSON.stringify(result));
  process.exit(0);
}

function next(sender) {
  const message = task.send.shift();
  if (!message) {
    if (!task.receive) finish();
    return;
  }
  const { kind, body, ...properties } = message;
  sender.send({ body: bodies[kind](body), ...properties });
}

container.on('connection_open', (context) => {
  if (task.send) context.connection.open_sender(task.to === undefined ? { target: {} } : task.to);
  if (task.receive) context.connection.open_receiver({ source: task.from, credit_window: task.receive });
});
container.once('sendable', (context) => next(context.sender));
container.on('accepted', (context) => { result.sent.push('accepted'); next(context.sender); });
container.on('rejected', (context) => {
  result.sent.push('rejected');
  result.errors.push(String((context.delivery.remote_state.error || {}).description));
  next(context.sender);
});
container.on('released', (context) => { result.sent.push('released'); next(context.sender); });
container.on('modified', (context) => { result.sent.push('modified'); next(context.sender); });
container.on('message', (context) => {
  const message = context.message;
  const content = message.body && message.body.content !== undefined ? message.body.content : message.body;
  result.received.push({
    correlation_id: message.correlation_id === undefined ? null : String(message.correlation_id),
    body: String(content),
    name: (message.application_properties || {}).name || null,
    content_type: message.content_type === undefined ? null : String(message.content_type),
    kind: message.body && message.body.typecode === 0x75 ? 'data' : typeof message.body,
  });
  task.receive -= 1;
  if (task.receive === 0) setImmediate(() => context.connection.close());
});
for (const fault of ['connection_error', 'sender_error', 'receiver_error', 'session_error']) {
  container.on(fault, (context) => {
    const of = context[fault.split('_')[0]] || context.connection;
    result.errors.push(String((of.error || {}).condition));
    finish();
  });
}
container.on('disconnected', (context) => {
  result.errors.push('disconnected' + (context.error ? ': ' + context.error.message : ''));
  finish();
});
container.on('connection_close', finish);

container.connect({
  host: 'localhost',
  port: task.port,
  transport: 'tls',
  ca: [fs.readFileSync(task.ca)],
  servername: 'localhost',
  username: task.user,
  password: task.password,
  reconnect: false,
});
