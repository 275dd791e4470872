import type { Pack } from '../pack/pack.ts';

/** What CHANGES.md says of versions. */
export interface ChangesText {
  /** In lower case. */
  readonly text: string;
  /** Line of the pack's own version, from 1. */
  readonly line: number;
}

/** What CHANGES.md says of the pack's version and of those before it, down to the older one; null when it says nothing. */
export function changesSince({ manifest: { version }, changes }: Pack, older: string | null): ChangesText | null {
  const sections = sectionsOf(changes ?? '');
  const own = sections.find((section) => section.version === version);
  if (!own) return null;
  const since = sections.filter((section) => section === own || isBetween(section.version, older, version));
  return { text: since.map(({ text }) => text.join('\n').toLowerCase()).join('\n'), line: own.line };
}

interface Section {
  readonly version: string;
  readonly line: number;
  readonly text: string[];
}

/** A heading or a list item that begins with a version opens its section; the next such line, or one with another, ends it. */
function sectionsOf(changes: string): Section[] {
  const sections: Section[] = [];
  for (const [index, text] of changes.split('\n').entries()) {
    const version = /^\s*(?:#.*?|[*-][\s*`]*)(?<![\d.])(\d+\.\d+\.\d+)(?![\d.]*\d)/.exec(text)?.[1];
    const last = sections.at(-1);
    if (version !== undefined && version !== last?.version) sections.push({ version, line: index + 1, text: [text] });
    else last?.text.push(text);
  }
  return sections;
}

const isBetween = (version: string, older: string | null, own: string): boolean =>
  older !== null && compareVersions(version, older) > 0 && compareVersions(version, own) < 0;

function compareVersions(a: string, b: string): number {
  const [x, y] = [a.split('.').map(Number), b.split('.').map(Number)];
  const at = x.findIndex((part, i) => part !== y[i]);
  return at < 0 ? 0 : (x[at] ?? 0) - (y[at] ?? 0);
}
