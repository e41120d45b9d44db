import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
/** Where `package.json` and the shipped `corpus/` lie: the same from `src/` and from `dist/src/`. */
export function packageRoot() {
    for (let folder = import.meta.dirname;; folder = dirname(folder)) {
        if (nameIn(folder) === 'ibid')
            return folder;
        if (folder === dirname(folder))
            throw new Error("the package's own package.json is missing");
    }
}
export function packageVersion() {
    const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
    return version;
}
function nameIn(folder) {
    try {
        return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name;
    }
    catch (error) {
        if (error.code === 'ENOENT')
            return undefined;
        throw error;
    }
}
