/** Why something could not be fetched, in plain words: shown to who asked for it. */
export class DownloadError extends Error {
    name = 'DownloadError';
}
