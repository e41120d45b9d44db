import type { Violation } from '../limits/violation.ts';
import type { StoredInteraction } from '../world.ts';

/** One HTTP request of the bot, in the order of arrival. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** The route's short name, as faults call it: `callback`, `edit`, `follow-up`. */
  readonly route: string;
  /** The route as the API description writes it: `/channels/{channel_id}`. */
  readonly template: string;
  readonly body: unknown;
  /** Names of uploaded files. */
  readonly files: readonly string[];
  /** What the request belongs to: `/where`, `button "More"`. */
  readonly interaction?: string;
  readonly interactionId?: string;
  /** Real milliseconds from the interaction's dispatch to this request's arrival. */
  readonly ms?: number;
  /** 0 until answered, and for ever where the connection was hung up. */
  status: number;
  reply: unknown;
}

/** Something that Discord refused as malformed. */
export interface Refusal extends Violation {
  readonly request: string;
  readonly interaction?: string;
}

export interface RequestLog {
  readonly requests: LoggedRequest[];
  readonly refused: Refusal[];
  /** Mentions that would have rung somebody's bell. */
  readonly pings: string[];
}

export const createRequestLog = (): RequestLog => ({ requests: [], refused: [], pings: [] });

/** One line per request and refusal of an interaction: the explanation of a timeout. */
export function storyOf(log: RequestLog, interaction: StoredInteraction): string {
  const ours = log.requests.filter((request) => request.interactionId === interaction.payload.id);
  const lines = ours.map(
    (request) => `  ${request.route} ${briefly(request.body)} -> ${request.status || 'no answer'}`,
  );
  const refused = log.refused
    .filter((refusal) => refusal.interaction === interaction.what)
    .map((refusal) => `  refused by ${refusal.rule} at ${refusal.at || 'the body'}: ${refusal.message}`);
  if (lines.length === 0) return 'nothing arrived for it';
  return ['what arrived for it:', ...lines, ...refused].join('\n');
}

function briefly(body: unknown): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
