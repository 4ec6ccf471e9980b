/** The form that a checkout shows first: what a buyer has to enter, and what the portal then does. */
import * as l10n from '@vscode/l10n';
import { activeMode } from '../pay/active-mode.js';
import type { Block, NamedValues } from '../pay/block.js';
import { blockOf } from '../pay/block-of.js';
import type { BlockContext } from '../pay/context.js';
import { fieldsOf } from '../pay/fields.js';
import { replaceKeys } from '../php/arrays.js';
import { parseStr } from '../php/parse-str.js';
import { EMPTY_ARRAY, type PhpArray } from '../php/value.js';
import type { Explanation } from '../judge/explanation.js';
import { sentInputs } from './sent-inputs.js';

type Entered = Readonly<Record<string, string>>;
type AskBlock = Extract<Block, { kind: 'ask' }>;

/** The block that comes when the form is filled in and sent. It is the form itself while answers are missing or don't count. */
export function answeredBlock(context: BlockContext, entered: Entered): Block {
  const block = blockOf(context);
  if (block.kind !== 'ask' || missingAnswers(block, context, entered).length > 0) return block;
  const { request } = context;
  const parameters = replaceKeys(request.parameters, parametersOf(sentInputs(block.inputs, entered)));
  return blockOf({ ...context, request: { ...request, parameters } });
}

/** Why the form is still there, and what helps. */
export function explainQuestions(block: AskBlock, context: BlockContext, entered: Entered): Explanation {
  const missing = missingAnswers(block, context, entered);
  // Said first: no answer helps then.
  const never = neverAnswered(block, context, {
    ...Object.fromEntries(missing.map((name) => [name, '1'])),
    ...entered,
  });
  if (never.length > 0) {
    const reason = l10n.t('A portal never counts {0} as answered, so its form comes back for ever.', never.join(', '));
    return { reason, advice: adviceOnQuestions() };
  }
  return {
    reason: l10n.t('FIELDS asks the buyer first: {0}.', missing.join(', ')),
    advice: l10n.t('Give the answer: {0}.', missing.map((name) => `--field ${name}=…`).join(' ')),
  };
}

/**
 * What the page asks for and gives no way to enter, though an answer is there: a buyer could only have added it to the address
 * of the page.
 */
export function answeredPastPage(context: BlockContext, entered: Entered): readonly string[] {
  const { request } = context;
  const blank = blockOf({ ...context, request: { ...request, parameters: EMPTY_ARRAY } });
  if (blank.kind !== 'ask') return [];
  return neverAnswered(blank, context, entered).filter((name) => Object.hasOwn(entered, name));
}

/** Why answers that came past the page are no success, and what helps. */
export const explainPastPage = (names: readonly string[]): Explanation => ({
  reason: l10n.t(
    'The page asks for {0} and has nothing to enter it in: only a buyer who adds it to the address gets this far.',
    names.join(', '),
  ),
  advice: adviceOnQuestions(),
});

const adviceOnQuestions = (): string =>
  l10n.t('Use STRING or Y/N for what the buyer is asked, and letters, digits and _ in the names of FIELDS.');

/** What is asked for, and is missing in what the form sends. */
function neverAnswered({ inputs }: AskBlock, context: BlockContext, entered: Entered): readonly string[] {
  const counted = parametersOf(sentInputs(inputs, entered));
  return askedNames(context).filter((name) => !counted.has(name));
}

/** What a buyer sees and has not entered. Hidden inputs are sent empty. */
function missingAnswers({ inputs }: AskBlock, context: BlockContext, entered: Entered): readonly string[] {
  const asked = new Set(askedNames(context));
  return inputs
    .filter(({ kind, visible }) => visible && (kind === 'text' || kind === 'checkbox'))
    .map(({ name }) => name)
    .filter((name) => asked.has(name) && !Object.hasOwn(entered, name));
}

/** Fields for which the portal itself has no value. */
function askedNames({ handler }: BlockContext): readonly string[] {
  const fields = fieldsOf(activeMode(handler.settings)?.data ?? EMPTY_ARRAY);
  return fields.filter(({ code }) => typeof code !== 'string').map(({ name }) => name);
}

function parametersOf(sent: NamedValues): PhpArray {
  return parseStr(new URLSearchParams(sent.map(([name, value]): [string, string] => [name, value])).toString());
}
