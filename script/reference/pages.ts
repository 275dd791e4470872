import { readdirSync, readFileSync } from 'node:fs';
import { readYaml } from '../../engine/src/pack/read.ts';
import type { Example } from '../../engine/src/schema/example.ts';
import { keyLines } from './keys.ts';
import { shapeOf } from './shapes.ts';

const EXAMPLES = new URL('../../engine/examples/', import.meta.url);

interface Head {
  readonly zh: string;
  readonly en: string;
}

/** The pages of `docs/reference/` by file name, made of the constructs' examples and schemas. */
export function referencePages(): Map<string, string> {
  const names = readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
  const texts = new Map(names.map((name) => [name, readFileSync(new URL(`${name}.yaml`, EXAMPLES), 'utf8')]));
  const pages = new Map([...texts].map(([name, text]) => [`${name}.md`, page(name, text)]));
  return pages.set('README.md', index(new Map([...texts].map(([name, text]) => [name, headOf(name, text)]))));
}

/** What a construct is: the first comment line in Chinese, those that follow in English. @throws Error when one is missing */
function headOf(name: string, text: string): Head {
  const lines = text.split('\n');
  const head = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.slice(2).trim());
  const [zh = '', ...rest] = head;
  const en = rest.join(' ');
  if (/\p{Script=Han}/u.test(zh) && /[a-z]/.test(en)) return { zh, en };
  throw new Error(`engine/examples/${name}.yaml begins with a comment in Chinese, then one in English`);
}

function page(name: string, text: string): string {
  const { zh, en } = headOf(name, text);
  const shape = shapeOf(name);
  const examples = readYaml(name, text).value as Example[];
  return [
    `# ${name}`,
    `${zh}\n\n${en}`,
    ...(shape ? [`## 键 · Keys\n\n${keyLines(shape).join('\n')}`] : []),
    `## 例子 · Examples\n\n\`\`\`yaml\n${firstExample(text)}\n\`\`\``,
    ...examples.map(told),
    `[全部 · all](README.md) · [${name}.yaml](../../engine/examples/${name}.yaml)\n`,
  ].join('\n\n');
}

/** The first example as it is written, with the rules, which those after it share, but without the tree it stands in. */
function firstExample(text: string): string {
  const [, first = ''] = text.split(/^(?=- example:)/m);
  return without('    kinds:', without('  organisations:', first.trimEnd().split('\n'))).join('\n');
}

/** Lines without a key and what is indented below it. */
function without(key: string, lines: readonly string[]): string[] {
  const start = lines.findIndex((line) => line.startsWith(key));
  if (start < 0) return [...lines];
  const indent = key.length - key.trimStart().length;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.search(/\S/) <= indent);
  return [...lines.slice(0, start), ...(end < 0 ? [] : rest.slice(end))];
}

/** What an example shows: the results and the reasons. */
function told({ example, expect }: Example): string {
  return [`**${example['zh-CN']} · ${example.en}**`, '', ...expect.flatMap(expectationLines)].join('\n');
}

function expectationLines({ because = [], ...expected }: Example['expect'][number]): string[] {
  const results = Object.entries(expected).filter(([key]) => key !== 'change');
  const change = 'change' in expected ? (expected.change ?? []) : [];
  return [
    `- ${results.map(([key, value]) => `${key}: ${plain(value)}`).join(' · ')}`,
    ...[...because, ...change].map((reason) => `  - “${reason}”`),
  ];
}

const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .map(([key, one]) => (Array.isArray(value) ? String(one) : `${key} = ${String(one)}`))
        .join(', ')
    : String(value);

const index = (heads: ReadonlyMap<string, Head>): string =>
  [
    '# 制度语言参考 · Reference of the pack language',
    '每个构件一页，由 `engine/examples/` 与模式生成（`script/check --write`）。粗体是必答题。每一步还有 `id`、`title`、可省的 `clause`，\n以及可省的 `applies`（何处适用、为何、否则如何）。',
    'One page per construct, made of `engine/examples/` and the schemas (`script/check --write`). Bold are questions that must be answered. Each step\nhas an `id`, a `title`, and optionally a `clause` and `applies` (where it applies, why, and what stands elsewhere).',
    [...heads].map(([name, { zh, en }]) => `* [${name}](${name}.md) ${zh} ${en}`).join('\n'),
    '[入门](../guide.zh-CN.md) · [guide](../guide.en.md)\n',
  ].join('\n\n');
