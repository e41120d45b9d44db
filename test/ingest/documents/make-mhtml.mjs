// A page as Chromium's "Save as: single file" writes it: make-mhtml.mjs PORT-OF-ITS-DEVTOOLS ADDRESS FILE.
import { writeFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { WebSocket } from 'ws';

const [port, address, file] = process.argv.slice(2);
const targets = `http://127.0.0.1:${port}/json/new?${encodeURIComponent(address)}`;
let target;
for (let tries = 0; tries < 50 && !target; tries += 1) {
  target = await fetch(targets, { method: 'PUT' }).then(
    (answer) => answer.json(),
    () => rest(200),
  );
}
const socket = new WebSocket(target.webSocketDebuggerUrl);
await new Promise((resolve) => socket.once('open', resolve));
await rest(1000);
socket.send(JSON.stringify({ id: 1, method: 'Page.captureSnapshot', params: { format: 'mhtml' } }));
const { result } = await new Promise((resolve) =>
  socket.on('message', (data) => JSON.parse(data).id && resolve(JSON.parse(data))),
);
writeFileSync(file, result.data);
process.exit();
