import type { WireChoice, WireCommand, WireMessage, WireModal } from '../wire.ts';
import { commandRules } from './limits-commands.ts';
import { componentRules } from './limits-components.ts';
import { deferredSetsOnlyEphemeral, type MessageToBe, messageRules } from './limits-messages.ts';
import { choiceRules, modalRules } from './limits-modals.ts';
import { type Violation, violationsOf } from './violation.ts';

/** The rules that Discord's API description lacks, by what they are about. `within` says where in the body. */
export const limits = {
  commands: (commands: readonly WireCommand[]): readonly Violation[] => violationsOf(commandRules, commands),
  message: (message: MessageToBe, within = ''): readonly Violation[] =>
    violationsOf([...messageRules, ...componentRules], message, within),
  deferred: (data: WireMessage, within = ''): readonly Violation[] =>
    violationsOf([deferredSetsOnlyEphemeral], data, within),
  modal: (modal: WireModal, within = ''): readonly Violation[] => violationsOf(modalRules, modal, within),
  choices: (choices: readonly WireChoice[], within = ''): readonly Violation[] =>
    violationsOf(choiceRules, choices, within),
} as const;
