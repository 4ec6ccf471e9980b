/** The benchmark's tables in Markdown. */
import { EARLY, type Measured } from './measure.js';

/** One line of the table: a manifest, and what was measured with it. */
export interface Row {
  readonly size: string;
  readonly kind: 'valid' | 'mistakes';
  readonly ours: Measured;
  readonly builtIn: Measured;
  /** Milliseconds of the parsers alone, and of an edit on a server that looks at nothing. */
  readonly floor: { readonly edit: number; readonly jsonParse: number; readonly parseTree: number };
}

/** What we want to reach, as ratios to the built-in server. */
export const GOALS =
  'Goals, as ratios: start ≤ 0.85 on Node 20 and ≤ 0.7 on Node 22 and later; edit ≤ 0.5 / 0.4 / 0.25 at 2 KB / 85 KB / 1.4 MB; completion and hover ≤ 1.0; peak memory ≤ 1.0 / 0.9 / 0.7.';

const MEASURES: readonly { key: keyof Measured; title: string }[] = [
  { key: 'start', title: 'start → diagnostics' },
  { key: 'early', title: `first ${EARLY} edits p50` },
  { key: 'edit50', title: 'edit p50' },
  { key: 'edit95', title: 'edit p95' },
  { key: 'completion', title: 'completion' },
  { key: 'hover', title: 'hover' },
  { key: 'memory', title: 'peak memory' },
];

const figure = (value: number): string => value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** One cell: the ratio, and the two figures it comes from. */
const cell = (ours: number, builtIn: number): string =>
  `**${(ours / builtIn).toFixed(2)}** (${figure(ours)} / ${figure(builtIn)})`;

/** The table of one Node version: ratio (ours / built-in), times in ms, memory in MB. */
export function table(version: string, rows: readonly Row[], bareNode: number): string {
  const head = ['manifest', ...MEASURES.map(({ title }) => title), 'edit, no work', 'JSON.parse', 'parseTree'];
  const body = rows.map((row) => [
    `${row.size}, ${row.kind === 'valid' ? 'sound' : 'with mistakes'}`,
    ...MEASURES.map(({ key }) => cell(row.ours[key], row.builtIn[key])),
    figure(row.floor.edit),
    figure(row.floor.jsonParse),
    figure(row.floor.parseTree),
  ]);
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `## Node ${version}`,
    '',
    `Ratio (ours / built-in, in ms; memory in MB). A Node process that does nothing: ${figure(bareNode)} ms.`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body.map(line),
  ].join('\n');
}
