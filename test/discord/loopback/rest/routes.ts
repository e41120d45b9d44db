import type { RoutePoint } from '../faults.ts';
import type { HttpAnswer } from '../limits/refusal.ts';
import type { World } from '../world.ts';
import type { UploadedFile } from './request-body.ts';

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Route {
  /** Short name, for faults and the log. */
  readonly name: RoutePoint;
  readonly method: string;
  /** As the API description writes it: `/channels/{channel_id}`. */
  readonly path: string;
  /** Interactions carry their own token instead of the bot's. */
  readonly withoutToken?: boolean;
  handle(world: World, call: Call): HttpAnswer;
}

export function matchRoute(routes: readonly Route[], method: string, path: string) {
  const parts = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = paramsOf(route.path.split('/'), parts);
    if (params) return { route, params };
  }
  return undefined;
}

function paramsOf(pattern: readonly string[], parts: readonly string[]) {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, expected] of pattern.entries()) {
    const part = decodeURIComponent(parts[index] ?? '');
    if (expected.startsWith('{')) params[expected.slice(1, -1)] = part;
    else if (expected !== part) return undefined;
  }
  return params;
}
