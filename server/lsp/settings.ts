/** The user's settings for each manifest (the section `b24pay`), which may differ from folder to folder. */
import { isObject, member, type JsonObject } from '../../schemas/record.js';
import type { CheckOptions } from '../check.js';
import type { Severity } from '../rules/problem.js';
import type { Client } from './capabilities.js';
import type { Connection } from './connection.js';

/** What the checks take from the settings. A new object whenever they may have changed. */
export interface Settings extends Pick<CheckOptions, 'severities'> {
  /** `b24pay.files.exclude`: glob pattern → whether it holds. */
  readonly exclude?: JsonObject;
  /** `b24pay.inlayHints.enabled`; hints are shown unless it is false. */
  readonly inlayHints?: boolean;
}

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
  const exclude = member(member(section, 'files'), 'exclude');
  const inlayHints = member(member(section, 'inlayHints'), 'enabled');
  return {
    severities: Object.fromEntries(severities),
    ...(isObject(exclude) && { exclude }),
    ...(typeof inlayHints === 'boolean' && { inlayHints }),
  };
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
    // Settings that say nothing of this server: the user has taken theirs back.
    if (isObject(sent)) this.#forAll = readSettings(sent.b24pay);
  }

  /** A manifest was closed. */
  forget(uri: string): void {
    this.#byUri.delete(uri);
  }

  /** The user's `files.associations` for a folder: glob pattern → language. Undefined when the editor does not say. */
  async associationsOf(folder: string): Promise<unknown> {
    return this.client.configuration ? inTime(this.#request(folder, 'files.associations')) : undefined;
  }

  /** What an editor answers for a section of its settings; undefined when it fails to. */
  async #request(uri: string, section: string): Promise<unknown> {
    try {
      const [answer] = await this.connection.request('workspace/configuration', {
        items: [{ scopeUri: uri, section }],
      });
      return answer ?? null;
    } catch (error) {
      this.connection.logFailure('workspace/configuration', error);
      return undefined;
    }
  }

  #ask(uri: string): Promise<Settings> {
    const answer = this.#request(uri, 'b24pay').then((section) =>
      section === undefined ? this.#forAll : readSettings(section),
    );
    const settings = inTime(answer).then((known) => {
      if (known !== undefined) return known;
      void answer.then(() => {
        // Unless settings have changed since and were asked for anew.
        if (this.#byUri.get(uri) === settings) this.#byUri.set(uri, answer);
        this.onLate();
      });
      return this.#forAll;
    });
    return settings;
  }
}

/** What an editor answers, when it does so in time; else undefined. */
async function inTime<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, undefined);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  return first;
}
