/** The user's settings for each manifest: `b24pay.rules.<code>`, which may differ from folder to folder. */
import { isObject, member } from '../../schemas/record.js';
import type { CheckOptions } from '../check.js';
import type { Severity } from '../rules/problem.js';
import type { Client } from './capabilities.js';
import type { Connection } from './connection.js';

/** What the checks take from the settings. A new object whenever they may have changed. */
export type Settings = Pick<CheckOptions, 'severities'>;

/** Time that an editor has to answer before manifests are checked with the defaults, in milliseconds. */
const PATIENCE = 1000;

const SEVERITIES = new Map<unknown, Severity | 'off'>([
  ['off', 'off'],
  ['hint', 'hint'],
  ['info', 'information'],
  ['information', 'information'],
  ['warning', 'warning'],
  ['error', 'error'],
]);

/** The settings in what an editor sends as section `b24pay`; whatever is no severity is passed over. */
export function readSettings(section: unknown): Settings {
  const rules = member(section, 'rules');
  const entries = isObject(rules) ? Object.entries(rules) : [];
  const severities = entries.flatMap(([code, value]) => {
    const severity = SEVERITIES.get(value);
    return severity === undefined ? [] : [[code, severity] as const];
  });
  return { severities: Object.fromEntries(severities) };
}

/** Settings by manifest. */
export class SettingsStore {
  #forAll: Settings = {};
  readonly #byUri = new Map<string, Promise<Settings>>();

  constructor(
    private readonly client: Client,
    private readonly connection: Connection,
    /** Called when settings arrive for a manifest that was checked without them. */
    private readonly onLate: () => void,
  ) {}

  /** Settings of a manifest, asked for once. */
  of(uri: string): Settings | Promise<Settings> {
    if (!this.client.configuration) return this.#forAll;
    let settings = this.#byUri.get(uri);
    if (settings === undefined) this.#byUri.set(uri, (settings = this.#ask(uri)));
    return settings;
  }

  /** Settings have changed. Editors that cannot be asked send them along. */
  changed(sent: unknown): void {
    this.#byUri.clear();
    const section = member(sent, 'b24pay');
    if (section !== undefined) this.#forAll = readSettings(section);
  }

  /** A manifest was closed. */
  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  async #ask(uri: string): Promise<Settings> {
    const answer = this.connection
      .request('workspace/configuration', { items: [{ scopeUri: uri, section: 'b24pay' }] })
      .then(([section]) => readSettings(section))
      .catch((error: unknown) => {
        this.connection.logFailure('workspace/configuration', error);
        return this.#forAll;
      });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE, undefined);
    });
    const inTime = await Promise.race([answer, late]);
    clearTimeout(timer);
    if (inTime !== undefined) return inTime;
    void answer.then(() => {
      if (this.#byUri.has(uri)) this.#byUri.set(uri, answer);
      this.onLate();
    });
    return this.#forAll;
  }
}
