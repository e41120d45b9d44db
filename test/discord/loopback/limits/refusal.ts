import { RESTJSONErrorCodes } from 'discord-api-types/v10';
import type { Violation } from './violation.ts';

/** An answer of this Discord: a status and a body, or nothing at all (204). */
export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Why Discord refuses: kept in `discord.refused`, so that a test can ask for none. */
  readonly violations?: readonly Violation[];
}

export const ok = (body: unknown): HttpAnswer => ({ status: 200, body });
export const noContent: HttpAnswer = { status: 204 };

export const unauthorized: HttpAnswer = { status: 401, body: { message: '401: Unauthorized', code: 0 } };

export const unknownRoute = (method: string, path: string): HttpAnswer => ({
  status: 404,
  body: { message: '404: Not Found', code: 0 },
  violations: [
    { at: '', rule: 'routeKnown', code: '404', message: `this Discord has no ${method} ${path} (yet)` },
  ],
});

const KNOWN = {
  unknownApplication: [404, RESTJSONErrorCodes.UnknownApplication, 'Unknown Application'],
  unknownChannel: [404, RESTJSONErrorCodes.UnknownChannel, 'Unknown Channel'],
  unknownGuild: [404, RESTJSONErrorCodes.UnknownGuild, 'Unknown Guild'],
  unknownMessage: [404, RESTJSONErrorCodes.UnknownMessage, 'Unknown Message'],
  unknownUser: [404, RESTJSONErrorCodes.UnknownUser, 'Unknown User'],
  unknownWebhook: [404, RESTJSONErrorCodes.UnknownWebhook, 'Unknown Webhook'],
  unknownInteraction: [404, RESTJSONErrorCodes.UnknownInteraction, 'Unknown interaction'],
  unknownCommand: [404, RESTJSONErrorCodes.UnknownApplicationCommand, 'Unknown application command'],
  missingAccess: [403, RESTJSONErrorCodes.MissingAccess, 'Missing Access'],
  alreadyAcknowledged: [
    400,
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    'Interaction has already been acknowledged.',
  ],
  tooManyFollowUps: [
    400,
    RESTJSONErrorCodes.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages,
    'This interaction has hit the maximum number of follow up messages',
  ],
  notAnothersMessage: [
    403,
    RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser,
    'Cannot edit a message authored by another user',
  ],
  emptyMessage: [400, RESTJSONErrorCodes.CannotSendAnEmptyMessage, 'Cannot send an empty message'],
  invalidWebhookToken: [401, RESTJSONErrorCodes.InvalidWebhookToken, 'Invalid Webhook Token'],
  invalidApiVersion: [400, RESTJSONErrorCodes.InvalidAPIVersion, 'Invalid API version provided'],
} as const;

export function refuse(why: keyof typeof KNOWN): HttpAnswer {
  const [status, code, message] = KNOWN[why];
  return { status, body: { message, code } };
}

export const refuseEmptyMessage = (at: string): HttpAnswer => ({
  ...refuse('emptyMessage'),
  violations: [{ at, rule: 'messageNotEmpty', code: '50006', message: 'Cannot send an empty message' }],
});

export function invalidFormBody(violations: readonly Violation[]): HttpAnswer {
  return {
    status: 400,
    body: {
      message: 'Invalid Form Body',
      code: RESTJSONErrorCodes.InvalidFormBodyOrContentType,
      errors: errorTree(violations),
    },
    violations,
  };
}

interface ErrorTree {
  [key: string]: ErrorTree | readonly { code: string; message: string }[];
}

/** `data.embeds.0.title` becomes `{ data: { embeds: { 0: { title: { _errors: […] } } } } }`. */
function errorTree(violations: readonly Violation[]): ErrorTree {
  const root: ErrorTree = {};
  for (const { at, code, message } of violations) {
    let node = root;
    for (const key of at.split('.').filter(Boolean)) {
      node[key] ??= {};
      node = node[key] as ErrorTree;
    }
    const errors = (node._errors ?? []) as readonly { code: string; message: string }[];
    node._errors = [...errors, { code, message }];
  }
  return root;
}
