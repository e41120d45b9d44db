/** Which connections to Discord a process has: `auto`, as many as Discord recommends; or these of so many in all. */
export type Shards = 'auto' | { readonly ids: readonly number[]; readonly total: number };
