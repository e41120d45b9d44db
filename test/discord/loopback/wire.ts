/** Request bodies as they arrive, before anything is known to be right about them. */

export interface WireCommand {
  readonly type?: number | null;
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description?: string | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly options?: readonly WireOption[] | null;
  readonly contexts?: readonly number[] | null;
  readonly integration_types?: readonly number[] | null;
  readonly default_member_permissions?: string | number | null;
}

export interface WireOption extends Omit<WireCommand, 'type'> {
  readonly type: number;
  readonly required?: boolean | null;
  readonly autocomplete?: boolean | null;
  readonly choices?: readonly WireChoice[] | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_value?: number | null;
  readonly max_value?: number | null;
}

export interface WireChoice {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

export interface WireComponent {
  readonly type: number;
  readonly id?: number | null;
  readonly custom_id?: string | null;
  readonly label?: string | null;
  readonly style?: number | null;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly emoji?: { readonly id?: string | null; readonly name?: string | null } | null;
  readonly disabled?: boolean | null;
  readonly content?: string | null;
  readonly placeholder?: string | null;
  readonly description?: string | null;
  readonly required?: boolean | null;
  readonly value?: string | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options?: readonly WireSelectOption[] | null;
  readonly components?: readonly WireComponent[] | null;
  readonly component?: WireComponent | null;
  readonly accessory?: WireComponent | null;
}

export interface WireSelectOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
}

export interface WireEmbed {
  readonly type?: string | null;
  readonly title?: string | null;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly color?: number | null;
  readonly timestamp?: string | null;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | null;
  readonly footer?: { readonly text: string; readonly icon_url?: string | null } | null;
  readonly author?: { readonly name: string; readonly icon_url?: string | null } | null;
  readonly image?: { readonly url: string } | null;
  readonly thumbnail?: { readonly url: string } | null;
}

export interface WireAttachment {
  readonly id: string | number;
  readonly filename?: string | null;
  readonly description?: string | null;
}

export interface WireMessage {
  readonly content?: string | null;
  readonly embeds?: readonly WireEmbed[] | null;
  readonly components?: readonly WireComponent[] | null;
  readonly attachments?: readonly WireAttachment[] | null;
  readonly allowed_mentions?: WireAllowedMentions | null;
  readonly flags?: number | null;
  readonly poll?: unknown;
}

export interface WireAllowedMentions {
  readonly parse?: readonly string[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
}

export interface WireModal {
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly WireComponent[];
}

export interface WireCallback {
  readonly type: number;
  readonly data?: unknown;
}

/** Every component, nested ones too, each with its place in Discord's error notation. */
export function* componentsWithin(
  components: readonly WireComponent[] | null | undefined,
  at = 'components',
): Generator<{ readonly component: WireComponent; readonly at: string }> {
  for (const [index, component] of (components ?? []).entries()) {
    yield* componentAndParts(component, `${at}.${index}`);
  }
}

function* componentAndParts(
  component: WireComponent,
  at: string,
): Generator<{ readonly component: WireComponent; readonly at: string }> {
  yield { component, at };
  yield* componentsWithin(component.components, `${at}.components`);
  if (component.accessory) yield* componentAndParts(component.accessory, `${at}.accessory`);
  if (component.component) yield* componentAndParts(component.component, `${at}.component`);
}
