/** Rules about ACTION_URI, the address that gets the payment. */
import * as l10n from '@vscode/l10n';
import { TEMPLATE_URI } from '../../schemas/template-uri.js';
import { changeTo } from './change-to.js';
import type { ModeFacts } from './facts.js';
import { replaceValue } from './edits.js';
import { fix } from './fix.js';
import type { Problem } from './problem.js';
import type { Rule } from './rule.js';

type Mistake = 'invalid' | 'repaired' | 'insecure' | 'placeholder' | 'local' | 'bare';

const PLACEHOLDERS = /\$\{|\{\{|put_your_|payment_service_url/i;
const VARIABLE = /\$\{|\{\{/;
const PLACEHOLDER_HOSTS = /(^|\.)example\.(com|org|net)\.?$/;

/** Services that lead to a developer's machine while a program runs there. */
const TUNNELS = new RegExp(
  `(^|\\.)(${[
    'ngrok.io',
    'ngrok.app',
    'ngrok.dev',
    'ngrok-free.app',
    'ngrok-free.dev',
    'loca.lt',
    'localtunnel.me',
    'trycloudflare.com',
    'devtunnels.ms',
    'serveo.net',
    'localhost.run',
    'lhr.life',
  ]
    .join('|')
    .replaceAll('.', '\\.')})$`,
);

/** Endings that the public name system never answers for. */
const PRIVATE_NAMES = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/;

function isLocalHost(name: string): boolean {
  const host = name.replace(/\.$/, '');
  if (host.startsWith('[')) return isLocalIpv6(host.slice(1, -1));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isLocalIpv4(host.split('.').map(Number));
  return PRIVATE_NAMES.test(host) || TUNNELS.test(host);
}

/** Loopback, private, shared (carriers, VPNs) and link-local addresses. */
function isLocalIpv4([a = -1, b = -1]: readonly number[]): boolean {
  return (
    a === 127 ||
    a === 10 ||
    a === 0 ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 192 && b === 168) ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 169 && b === 254)
  );
}

/** Loopback, unique local and link-local addresses, and those that stand for an IPv4 address of that kind. */
function isLocalIpv6(host: string): boolean {
  const mapped = /^::ffff:([0-9a-f]{1,4}):/.exec(host)?.[1];
  if (mapped === undefined) return /^(::1?|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)$/.test(host);
  const start = parseInt(mapped, 16);
  return isLocalIpv4([start >> 8, start & 0xff]);
}

/** The address as a browser reads it; undefined for text that is no absolute http or https address. */
function parse(text: string): URL | undefined {
  if (!/^\s*https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // No name between two dots: a browser takes the address, and finds nobody there.
  return /^\.|\.\./.test(url.hostname) ? undefined : url;
}

/** What a browser puts right in an address, and a portal that calls it itself does not: blanks around it, a third slash. */
const REPAIRED = /^\s|\s$|[\r\n\t]|^https?:\/{3}/i;

/** The address without what a browser would put right. */
const repaired = (text: string): string =>
  text
    .trim()
    .replace(/[\r\n\t]/g, '')
    .replace(/^(https?:)\/{3,}/i, '$1//');

/** The portal calls the address itself, or hangs the fields of a link behind it: then nobody repairs it. */
const needsRepair = (text: string, mode: ModeFacts['key'], directLink: boolean): boolean =>
  mode === 'CHECKOUT_DATA' ? REPAIRED.test(text) : directLink && /\s$/.test(text);

/** Everything that is wrong with an address. What is no address at all has no other mistakes. */
export function judgeUri(text: string, mode: ModeFacts['key'], directLink = false): Mistake[] {
  // Variables may stand where no character of an address may, so they are looked for first.
  const variable = /^\s*https?:\/\/.*(\$\{|\{\{)/i.test(text);
  const url = parse(variable ? text.replace(/\$\{[^}]*\}|\{\{.*?\}\}/g, 'x') : text);
  if (url?.username !== '' || url.password !== '') return ['invalid'];
  if (mode === 'IFRAME_DATA' && text.includes("'")) return ['invalid'];
  if (needsRepair(text, mode, directLink)) return ['repaired'];
  const mistakes: Mistake[] = [];
  const isPlaceholder = PLACEHOLDERS.test(text) || PLACEHOLDER_HOSTS.test(url.hostname);
  if (isPlaceholder) mistakes.push('placeholder');
  // A name without a dot is known to one machine or network only, unless it is to be filled in.
  const isBareName = !isPlaceholder && /^[^.[]+\.?$/.test(url.hostname);
  if (isLocalHost(url.hostname)) mistakes.push('local');
  else if (isBareName) mistakes.push('bare');
  else if (url.protocol === 'http:') mistakes.push('insecure');
  return mistakes;
}

function uriOf(mode: ModeFacts): string | undefined {
  const uri = mode.data.ACTION_URI;
  return typeof uri === 'string' ? uri : undefined;
}

/** The last judgement: four rules ask for it, and the next version of the text mostly has the same address. */
let last: ({ uri: string; mistakes: readonly Mistake[] } & Pick<ModeFacts, 'key' | 'directLink'>) | undefined;

const has = (mode: ModeFacts, mistake: Mistake): boolean => {
  const uri = uriOf(mode);
  if (uri === undefined || !mode.active) return false;
  const { key, directLink } = mode;
  if (last?.uri !== uri || last.key !== key || last.directLink !== directLink)
    last = { uri, key, directLink, mistakes: judgeUri(uri, key, directLink) };
  return last.mistakes.includes(mistake);
};

const uriPath = (mode: ModeFacts) => [...mode.path, 'ACTION_URI'];

function invalidMessage(uri: string, mode: ModeFacts): string {
  if (uri === '' || uri === '0') {
    return l10n.t(
      '{0} has an empty ACTION_URI, so the portal refuses the handler. Write the address of your payment page.',
      mode.key,
    );
  }
  const url = parse(uri);
  if (url === undefined) {
    return PLACEHOLDERS.test(uri)
      ? l10n.t(
          'A placeholder stands where the address of your payment page belongs, so the payment can never start. Write it in full, for example {0}.',
          TEMPLATE_URI,
        )
      : l10n.t(
          'This is no absolute http or https address, so the payment can never start. Write it in full, for example {0}.',
          TEMPLATE_URI,
        );
  }
  if (mode.key === 'IFRAME_DATA' && uri.includes("'")) {
    return l10n.t(
      "The portal puts the address between single quotes, so the ' in it breaks the frame. Write %27 instead.",
    );
  }
  if (needsRepair(uri, mode.key, mode.directLink)) {
    if (mode.directLink)
      return l10n.t(
        'The portal hangs the fields of the link behind the address, so the blank at its end comes to stand in the middle. Write it without.',
      );
    return l10n.t(
      'The address has a blank, a line break or a slash too many. A browser would put that right, but here the portal calls it itself. Write it without.',
    );
  }
  return l10n.t(
    'The address contains a user name or password: everybody who can read the handler sees it, and browsers may refuse to open it. Take it out; your server can read settings with settings.payment.get.',
  );
}

export const invalidActionUri: Rule = {
  code: 'invalid-action-uri',
  severity: 'error',
  group: 'Modes',
  title: 'ACTION_URI is no address that a payment can go to',
  mode(mode, _facts, report) {
    const uri = uriOf(mode);
    // Of a mode that is never used, only the emptiness counts: the portal checks that of every mode.
    const isRepaired = has(mode, 'repaired');
    if (uri === undefined || !(has(mode, 'invalid') || isRepaired || uri === '' || uri === '0')) return;
    report({
      path: uriPath(mode),
      within: uriPath(mode),
      // It is not known that every portal fails on it.
      ...(isRepaired && { severity: 'warning', data: { text: JSON.stringify(repaired(uri)) } }),
      message: invalidMessage(uri, mode),
    });
  },
  fixes: changeTo,
};

/** The port that http has anyway, in an address as it is written. */
const HTTP_PORT = /(^"\s*https:\\?\/\\?\/[^/?#\\"]*):80(?=[\s/?#\\"])/i;
const OTHER_PORT = /^"\s*https:\\?\/\\?\/[^/?#\\"]*:\d+[\s/?#\\"]/i;

export const insecureActionUri: Rule = {
  code: 'insecure-action-uri',
  severity: 'warning',
  group: 'Modes',
  title: 'ACTION_URI is not https',
  fixAll: true,
  mode(mode, _facts, report) {
    if (!has(mode, 'insecure')) return;
    const frame = mode.key === 'IFRAME_DATA';
    report({
      path: uriPath(mode),
      severity: frame ? 'error' : 'warning',
      message: frame
        ? l10n.t('An https payment page does not show an http frame: the buyer sees nothing. Use https.')
        : mode.key === 'CHECKOUT_DATA'
          ? l10n.t('The payment travels unencrypted from the portal to your server. Use https.')
          : mode.directLink
            ? l10n.t('The link takes the payment unencrypted from the buyer to your page. Use https.')
            : l10n.t('The browser warns the buyer before it sends a form from https to http. Use https.'),
    });
  },
  fixes(problem, document) {
    const value = document.locate([problem.path])[0]?.value;
    const written = value ? document.text.slice(value.start, value.end) : '';
    const https = written.replace(/http:/i, 'https:').replace(HTTP_PORT, '$1');
    if (https === written) return [];
    // A port that is written out spoke http: whether it speaks https too, somebody has to look at.
    const preferred = !OTHER_PORT.test(https);
    return fix(l10n.t('Change to https'), replaceValue(document, problem.path, https), { preferred });
  },
};

/** What is worth saying before a manifest goes to a portal, though it keeps it off none: that its payments would arrive nowhere. */
export const doubtsAbout = (problems: readonly Problem[]): string[] =>
  problems
    .filter(({ code, severity }) => code === placeholderActionUri.code && severity === 'warning')
    .map(({ message }) => `ACTION_URI: ${message}`);

export const placeholderActionUri: Rule = {
  code: 'placeholder-action-uri',
  severity: 'warning',
  group: 'Modes',
  title: 'ACTION_URI is a placeholder from documentation',
  mode(mode, { target }, report) {
    if (mode.active && uriOf(mode) === TEMPLATE_URI) {
      report({
        path: uriPath(mode),
        // A new manifest has it, and it is in nobody's way before a real portal is to have it.
        ...(target !== 'real-portal' && { severity: 'hint' }),
        message: l10n.t(
          'This is the address of the template. Write that of your endpoint before you register: the portal would send payments there.',
        ),
      });
    }
    if (!has(mode, 'placeholder')) return;
    report({
      path: uriPath(mode),
      message: VARIABLE.test(uriOf(mode) ?? '')
        ? l10n.t(
            'A variable in this address was not filled in: the portal keeps the text as it is, and no payment can arrive there. Write the address of your payment page.',
          )
        : l10n.t(
            'This address is a placeholder from documentation: no payment can arrive there. Write the address of your payment page.',
          ),
    });
  },
};

export const localActionUri: Rule = {
  code: 'local-action-uri',
  severity: 'information',
  group: 'Modes',
  title: 'ACTION_URI is an address of a developer machine',
  mode(mode, facts, report) {
    const bare = has(mode, 'bare');
    if (!bare && !has(mode, 'local')) return;
    report({
      path: uriPath(mode),
      // A portal in the same network may well know a name without a dot.
      ...(facts.target === 'real-portal' && !bare && { severity: 'error' }),
      message: bare
        ? l10n.t('A name without a dot is known in one network only: buyers elsewhere do not reach this address.')
        : l10n.t(
            'This address is on a developer machine or behind a tunnel: right for the local portal, but a real portal and its buyers cannot reach it, or not for long.',
          ),
    });
  },
};
