import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults.ts';
import { type HttpAnswer, invalidFormBody, refuse, unauthorized, unknownRoute } from '../limits/refusal.ts';
import type { Violation } from '../limits/violation.ts';
import type { StoredInteraction, World } from '../world.ts';
import { type Buckets, createBuckets, rateLimited } from './rate-limits.ts';
import { type RequestBody, readBody } from './request-body.ts';
import type { LoggedRequest } from './requests.ts';
import { callbackRoute } from './rest-callback.ts';
import { commandRoutes } from './rest-commands.ts';
import { placeRoutes } from './rest-places.ts';
import { webhookRoutes } from './rest-webhook.ts';
import { type Call, matchRoute, type Route } from './routes.ts';

const routes: readonly Route[] = [callbackRoute, ...webhookRoutes, ...commandRoutes, ...placeRoutes];

/** Discord's HTTP API, version 10: one request in, one answer out, everything logged. */
export function createRest(world: World): (request: IncomingMessage, response: ServerResponse) => void {
  const buckets = createBuckets(world.rateLimit);
  return (request, response) => {
    void serve(world, buckets, request, response).catch((error: unknown) => {
      // A fault of the loopback itself must not look like one of Discord's.
      console.error('loopback Discord:', error);
      response.destroy();
    });
  };
}

async function serve(
  world: World,
  buckets: Buckets,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', world.origin);
  if (url.pathname.startsWith('/attachments/')) return serveFile(world, url.pathname, response);
  const path = /^\/api\/v10(\/.*)$/.exec(url.pathname)?.[1];
  if (path === undefined) return send(response, refuse('invalidApiVersion'));
  const method = request.method ?? 'GET';
  const body = await readBody(request);
  const matched = matchRoute(routes, method, path);
  const entry = logRequest(world, { method, path, body, ...(matched ?? {}) });
  if (!matched) return finish(world, entry, response, unknownRoute(method, path), {});

  const { route, params } = matched;
  const call = { params, query: url.searchParams, body: body.json, files: body.files };
  const bucket = buckets.count(`${route.method} ${route.path} ${majorOf(params)}`);
  const fault = world.faults.take(route.name);
  if (fault?.hangUp && !fault.afterwards) return void response.destroy();
  const answer = authorize(world, route, request) ?? bucket.refused ?? act(world, route, call, fault);
  if (fault) await world.faults.linger(fault);
  if (fault?.hangUp) return void response.destroy();
  finish(world, entry, response, answer, bucket.headers);
}

function authorize(world: World, route: Route, request: IncomingMessage): HttpAnswer | undefined {
  if (route.withoutToken || request.headers.authorization === `Bot ${world.token}`) return undefined;
  return unauthorized;
}

function act(world: World, route: Route, call: Call, fault: Fault | undefined): HttpAnswer {
  const faulty = fault?.status === undefined ? undefined : faultAnswer(fault.status, fault);
  if (faulty && !fault?.afterwards) return faulty;
  const answer = handle(world, route, call);
  return faulty ?? answer;
}

function handle(world: World, route: Route, call: Call): HttpAnswer {
  const hasBody = call.body !== undefined;
  const violations = hasBody ? world.validator.request(route.method, route.path, call.body) : [];
  if (violations.length > 0) return invalidFormBody(violations);
  try {
    return route.handle(world, call);
  } catch (error) {
    // Without the API description nothing has checked the body's shape before the rules read it.
    if (world.validator.available || !(error instanceof TypeError)) throw error;
    const violation = { at: '', rule: 'bodyReadable', code: 'BASE_TYPE_INVALID', message: error.message };
    return invalidFormBody([violation]);
  }
}

function faultAnswer(status: number, fault: Fault): HttpAnswer {
  if (status === 429) return rateLimited(fault.retryAfter ?? 0.01, fault.global ?? false);
  return { status, body: { message: `${status}: fault on demand`, code: 0 } };
}

function finish(
  world: World,
  entry: LoggedRequest,
  response: ServerResponse,
  answer: HttpAnswer,
  headers: Readonly<Record<string, string>>,
): void {
  entry.status = answer.status;
  entry.reply = structuredClone(answer.body);
  for (const violation of answer.violations ?? []) recordRefusal(world, entry, violation);
  world.waiting.notify();
  send(response, { ...answer, headers: { ...headers, ...answer.headers } });
}

function recordRefusal(world: World, entry: LoggedRequest, violation: Violation): void {
  world.log.refused.push({
    ...violation,
    request: `${entry.method} ${entry.route}`,
    ...(entry.interaction ? { interaction: entry.interaction } : {}),
  });
}

function send(response: ServerResponse, { status, body, headers }: HttpAnswer): void {
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function serveFile(world: World, path: string, response: ServerResponse): void {
  const file = world.files.get(path.split('/')[2] ?? '');
  response.writeHead(file ? 200 : 404, {
    'content-type': file?.attachment.content_type ?? 'application/octet-stream',
  });
  response.end(file?.bytes);
}

function logRequest(
  world: World,
  seen: {
    method: string;
    path: string;
    body: RequestBody;
    route?: Route;
    params?: Readonly<Record<string, string>>;
  },
): LoggedRequest {
  const { method, path, body, route, params } = seen;
  const token = params?.interaction_token ?? params?.webhook_token;
  const interaction = token === undefined ? undefined : world.interactions.get(token);
  const entry: LoggedRequest = {
    method,
    path,
    route: route?.name ?? path,
    template: route?.path ?? path,
    body: body.json,
    files: body.files.map((file) => file.name),
    ...(interaction ? belongingTo(interaction) : {}),
    status: 0,
    reply: undefined,
  };
  world.log.requests.push(entry);
  return entry;
}

const belongingTo = (interaction: StoredInteraction) => ({
  interaction: interaction.what,
  interactionId: interaction.payload.id,
  ms: performance.now() - interaction.sentAt,
});

/** Discord counts a route's requests per channel, guild or webhook. */
const majorOf = (params: Readonly<Record<string, string>>): string =>
  params.webhook_token ?? params.channel_id ?? params.guild_id ?? '';
