/** The colours of the pages, one set for each kind of theme that VS Code has. */

/** What is coloured. */
export interface Colours {
  /** Of the page, and of what stands out from it. */
  readonly ground: string;
  readonly raised: string;
  readonly text: string;
  /** Texts that matter less. */
  readonly quiet: string;
  /** Borders of what can be used, and of what only groups. */
  readonly line: string;
  readonly faint: string;
  /** Borders of what its ground alone sets apart, where grounds differ. */
  readonly edge: string;
  /** Links and main buttons, and what is written on these. */
  readonly accent: string;
  readonly 'on-accent': string;
  readonly focus: string;
  readonly good: string;
  readonly bad: string;
  readonly warn: string;
}

export const LIGHT: Colours = {
  ground: '#ffffff',
  raised: '#f3f5f7',
  text: '#1b1f24',
  quiet: '#4d5661',
  line: '#767f89',
  faint: '#d3d8de',
  edge: 'transparent',
  accent: '#0b57d0',
  'on-accent': '#ffffff',
  focus: '#0b57d0',
  good: '#11632f',
  bad: '#a3151c',
  warn: '#7a4b00',
};

export const DARK: Colours = {
  ground: '#16191d',
  raised: '#21262c',
  text: '#e8eaed',
  quiet: '#b3bac3',
  line: '#8a939d',
  faint: '#3a414a',
  edge: 'transparent',
  accent: '#8ab4f8',
  'on-accent': '#10131a',
  focus: '#8ab4f8',
  good: '#7ed79b',
  bad: '#ff9c97',
  warn: '#f0c36d',
};

/** Borders, links and focus as in VS Code's theme of this name; there, a black line says more than a grey ground. */
export const HIGH_CONTRAST_LIGHT: Colours = {
  ground: '#ffffff',
  raised: '#ffffff',
  text: '#000000',
  quiet: '#000000',
  line: '#0f4a85',
  faint: '#0f4a85',
  edge: '#0f4a85',
  accent: '#0f4a85',
  'on-accent': '#ffffff',
  focus: '#006bbd',
  good: '#0b5227',
  bad: '#8f0e15',
  warn: '#5e3a00',
};

/** The same for its dark sister. */
export const HIGH_CONTRAST_DARK: Colours = {
  ground: '#000000',
  raised: '#000000',
  text: '#ffffff',
  quiet: '#ffffff',
  line: '#6fc3df',
  faint: '#6fc3df',
  edge: '#6fc3df',
  accent: '#21a6ff',
  'on-accent': '#000000',
  focus: '#f38518',
  good: '#89d185',
  bad: '#ffa08f',
  warn: '#ffd370',
};

/** Where the system chooses the colours: those of its own that it would not touch. It takes every other for what it has inside. */
const FORCED: Colours = {
  ground: 'Canvas',
  raised: 'Canvas',
  text: 'CanvasText',
  quiet: 'CanvasText',
  line: 'CanvasText',
  faint: 'CanvasText',
  edge: 'CanvasText',
  accent: 'LinkText',
  'on-accent': 'Canvas',
  focus: 'Highlight',
  good: 'CanvasText',
  bad: 'CanvasText',
  warn: 'CanvasText',
};

/** The rule for colours that the system chooses. */
export const FORCED_RULE = `@media (forced-colors: active) { ${rootRule(FORCED)} }`;

/** The rules that give a page the colours as variables: dark ones where the system, or the editor around the page, is dark. */
export function colourRules(light: Colours, dark: Colours): string {
  return `${rootRule(light)}\n@media (prefers-color-scheme: dark) { ${rootRule(dark)} }`;
}

function rootRule(colours: Colours): string {
  const variables = Object.entries(colours).map(([name, colour]) => `--${name}: ${colour};`);
  return `:root { ${variables.join(' ')} }`;
}
