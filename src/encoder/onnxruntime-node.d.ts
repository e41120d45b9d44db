// What is used of onnxruntime-node: it is an optional dependency, and its own types are missing where it is.
declare module 'onnxruntime-node' {
  export const env: { logLevel?: 'verbose' | 'info' | 'warning' | 'error' | 'fatal' };

  export class Tensor {
    constructor(type: 'int64', data: BigInt64Array, dims: readonly number[]);
    readonly type: string;
    readonly data: Float32Array;
    readonly dims: readonly number[];
    dispose(): void;
  }

  export interface SessionOptions {
    readonly executionProviders: readonly string[];
    readonly intraOpNumThreads: number;
    readonly interOpNumThreads: number;
    readonly executionMode: 'sequential' | 'parallel';
    readonly enableCpuMemArena: boolean;
    readonly enableMemPattern: boolean;
    readonly logSeverityLevel: number;
  }

  export interface Session {
    readonly inputNames: readonly string[];
    readonly outputNames: readonly string[];
    run(
      feeds: Readonly<Record<string, Tensor>>,
      outputs: readonly string[],
    ): Promise<Readonly<Record<string, Tensor>>>;
    release(): Promise<void>;
  }

  export const InferenceSession: {
    create(path: string, options: SessionOptions): Promise<Session>;
  };
}
