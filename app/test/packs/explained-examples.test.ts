import { explainExample } from '@luoshi/engine';
import { expect, it } from 'vitest';
import { type PackId, packsFor } from './read-packs.ts';

const IDS: readonly PackId[] = ['shenxian', 'hangjin-dispatch'];

it.each(IDS)('what %s’s examples expect can be explained, also where nothing is owed', (id) => {
  const packs = packsFor(id);
  const examples = packs.at(-1)?.examples ?? [];
  expect(examples.length).toBeGreaterThan(20);
  for (const example of examples) expect(() => explainExample(packs, example), example.example['zh-CN']).not.toThrow();
});
