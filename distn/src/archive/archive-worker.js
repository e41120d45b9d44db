/** The thread behind `openArchiveThread`. */
import { workerData } from 'node:worker_threads';
import { emit, serve } from '../threads/serve.js';
import { openFollowedArchive } from './archive-watcher.js';
const task = workerData;
const say = (event) => emit(event);
const opening = open(task);
// Who calls first is told why it can't be opened.
opening.catch(() => { });
serve(async (request) => {
    const followed = await opening;
    if (request === 'close')
        return followed.close();
    const { method, values } = request;
    return followed.archive[method](...values);
});
async function open({ index, watch }) {
    const followed = await openFollowedArchive({ ...index, tell: (note) => say({ note }) });
    const listener = {
        changed: (changed) => say({ changed }),
        failed: ({ name, message }) => say({ failed: { name, message } }),
    };
    if (watch !== 'off')
        followed.watch({ poll: watch === 'poll', ...listener });
    else if (followed.isOutdated)
        void followed.sync().then(listener.changed, listener.failed);
    return followed;
}
