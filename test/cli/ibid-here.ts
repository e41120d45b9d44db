import { runCli, VERBS_FOLDER } from '../../src/cli/run-cli.ts';

/** What a run of `ibid` has written, and its exit code. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly status: number;
}

export interface RunOptions {
  /** The whole environment of the run, but for PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs: no `.env` of the machine should be there. */
  readonly cwd: string;
  /** Folders of verbs beside those of everybody. */
  readonly verbs?: readonly string[];
}

/** Runs `ibid <words>` in this process, which costs a tenth of one of its own. One at a time: it takes the process's streams. */
export async function ibidHere(words: readonly string[], { env, cwd, verbs = [] }: RunOptions): Promise<Ran> {
  const { env: ownEnv, exitCode } = process;
  const ownFolder = process.cwd();
  const streams = [process.stdout, process.stderr] as const;
  const listeners = streams.map((stream) => stream.listeners('error'));
  const writes = streams.map(({ write }) => write);
  const written = streams.map((stream) => {
    const chunks: string[] = [];
    stream.write = (chunk: string | Uint8Array) => chunks.push(String(chunk)) > 0;
    return chunks;
  });
  // To load a model takes longer than most of what is tested.
  process.env = { PATH: ownEnv.PATH, IBID_MODEL: 'off', ...env };
  process.chdir(cwd);
  try {
    await runCli(words, [VERBS_FOLDER, ...verbs]);
    const [stdout = '', stderr = ''] = written.map((chunks) => chunks.join(''));
    return { stdout, stderr, status: Number(process.exitCode) };
  } finally {
    process.chdir(ownFolder);
    process.env = ownEnv;
    process.exitCode = exitCode;
    streams.forEach((stream, i) => {
      stream.write = writes[i]!;
      for (const added of stream.listeners('error'))
        if (!listeners[i]!.includes(added)) stream.off('error', added as () => void);
    });
  }
}
