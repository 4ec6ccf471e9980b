/** What the form says about a setting: what holds without an entry, and what a portal does with it. */
import * as l10n from '@vscode/l10n';
import type { Source } from '../values/find-mapping.js';
import { isLiteral } from '../values/find-mapping.js';
import type { Inherited, SettingInput } from './setting-inputs.js';

/** What stands in an empty control. Two controls beside each other have no place for it, nor has a box. */
export function placeholderOf(input: SettingInput): string {
  return hasPlace(input) ? statusText(input) : '';
}

/** What is said below a control that cannot say it itself. */
export function statusBelow(input: SettingInput): string {
  return hasPlace(input) || (input.control.kind === 'checkbox' && input.stored) ? '' : statusText(input);
}

function hasPlace({ control: { kind } }: SettingInput): boolean {
  return kind !== 'source' && kind !== 'checkbox';
}

/** What holds when nothing is entered; empty when the control shows what is stored, or nothing holds. */
function statusText(input: SettingInput): string {
  const { stored, inherited, shown } = input;
  if (shown === undefined && stored) {
    return isLiteral(stored)
      ? l10n.t('Stored; leave empty to keep it')
      : l10n.t('Stored: {0}; leave empty to keep it', sourceText(input, stored));
  }
  return stored || !inherited ? '' : inheritedText(input, inherited);
}

function inheritedText(input: SettingInput, inherited: Inherited): string {
  const text = sourceText(input, inherited);
  switch (inherited.from) {
    case 'manifest':
      return l10n.t('from the manifest: {0}', text);
    case 'all-buyers':
      return l10n.t('for all buyers: {0}', text);
    case 'all-systems':
      return l10n.t('for all payment systems: {0}', text);
  }
}

/** What a portal does with the setting where that surprises. `same` are the codes that it takes for one, if there are some. */
export function notesOf({ control, stored, shown }: SettingInput, same: readonly string[] = []): readonly string[] {
  const notes: string[] = [];
  if (same.length > 0) {
    const [others, last] = [same.slice(0, -1).join(', '), same.at(-1) ?? ''];
    notes.push(l10n.t('The portal stores {0} and {1} under one name, so they share one value.', others, last));
  }
  if (control.kind === 'no-options') {
    notes.push(l10n.t('An ENUM without OPTIONS: the portal shows an error text instead of a choice. Add OPTIONS.'));
  }
  if (control.kind === 'own') {
    notes.push(l10n.t('The portal draws a control of its own for {0}; here it is a text.', control.type));
  }
  if (control.kind === 'unknown') {
    notes.push(
      l10n.t(
        'No portal has an input type {0}: there, opening these settings fails, and no other setting can be entered either. Use STRING, Y/N or ENUM.',
        control.type,
      ),
    );
  }
  if (stored?.providerValue === '0') {
    notes.push(l10n.t('A portal takes 0 for nothing entered, so what is stored here has no effect.'));
  }
  if (control.kind === 'checkbox' && shown === undefined && stored) {
    const source = `${stored.providerKey}.${stored.providerValue}`;
    notes.push(l10n.t('{0} is stored. Saving puts Y or N in its place.', source));
  }
  return notes;
}

/** A literal value as it is, unless it is a secret; an option by its label; else what the provider is asked for. */
function sourceText({ control, isSecret }: SettingInput, source: Source): string {
  if (!isLiteral(source)) return `${source.providerKey}.${source.providerValue}`;
  if (control.kind === 'choice') {
    const choices = control.groups.flatMap((group) => group.choices);
    return choices.find(({ value }) => value === source.providerValue)?.label ?? source.providerValue;
  }
  return isSecret && control.kind !== 'checkbox' ? l10n.t('a value that is not shown') : source.providerValue;
}
