import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { villageEntries, villageEntry, villageWorld } from '../../test/one-village.ts';
import { examplePackFiles } from '../example-pack.ts';
import type { Fact, World } from '../facts.ts';
import { checkPacks, compile, loadPack, valueToJson } from '../index.ts';

const say = (text: string) => ({ 'zh-CN': text, en: text });
const FORMS = ['list', 'visit', 'call'];

const load = (value: object) => loadPack(filesOf(value));

const filesOf = (value: object) =>
  examplePackFiles({
    kinds: {
      organisations: [{ id: 'village', title: say('village'), level: 5, parents: [] }],
      units: [{ id: 'item', title: say('item') }],
    },
    forms: FORMS.map((id) => ({
      id,
      title: say(id),
      subject: { organisation: ['village'] },
      date: 'on',
      fields: [
        { id: 'on', type: 'date' },
        { id: 'home', title: say('home'), type: 'text' },
        { id: 'size', title: say('size'), type: 'integer' },
      ],
    })),
    measures: [{ id: 'm', unit: 'item', at: ['village'], period: 'quarter', value, rollup: 'none' }],
  });

/** Works a set out for many worlds. */
function counting(set: object): (world: World) => unknown {
  const { pack, problems } = load({ count: set });
  if (!pack) throw new Error(JSON.stringify(problems));
  const policy = compile([pack]);
  const asked = { measure: 'm', period: '2026-Q3', asOf: '2026-09-30' };
  return (world) => {
    const value = policy.measure(world, asked).get('v');
    const explained = policy.explainMeasure(world, { ...asked, organisation: 'v' });
    if (value) expect(explained.result).toEqual(valueToJson(value));
    return value?.state === 'known' ? Number(value.value) : value?.state;
  };
}

const HOMES = ['a', 'b', 'c', 'd', 'e'];
const fact = fc
  .record({
    form: fc.constantFrom(...FORMS),
    home: fc.constantFrom(...HOMES),
    day: fc.integer({ min: 1, max: 9 }),
    size: fc.nat(9),
  })
  .map(({ form, home, day, size }) => villageEntry(form, `2026-0${7 + (day % 3)}-0${day}`, { home, size }));
const facts = villageEntries(fact);
const homes = (all: readonly Fact[], form: string): Set<unknown> =>
  new Set(all.filter((one) => one.form === form).map(({ data }) => data['home']));

type Homes = ReadonlySet<unknown>;
const together = (a: Homes, b: Homes): Homes => new Set([...a, ...b]);
const common = (a: Homes, b: Homes): Homes => new Set([...a].filter((one) => b.has(one)));
const less = (a: Homes, b: Homes): Homes => new Set([...a].filter((one) => !b.has(one)));

const [list, visit, call] = FORMS.map((form) => ({ form, same: 'data.home' })) as [object, object, object];

describe('sets together', () => {
  it('are what sets of a programming language are', () => {
    const both = counting({ any_of: [visit, call] });
    const outer = counting({ any_of: [{ form: 'visit' }, { form: 'call' }], same: 'data.home' });
    const neither = counting({ ...list, not_in: [visit, call] });
    const each = counting({ ...list, also_in: [visit, call] });
    const either = counting({ ...list, also_in: [{ any_of: [call, visit] }] });
    fc.assert(
      fc.property(facts, (all) => {
        const world = villageWorld(all);
        const [listed, visited, called] = FORMS.map((form) => homes(all, form)) as [
          Set<unknown>,
          Set<unknown>,
          Set<unknown>,
        ];
        expect(both(world)).toBe(together(visited, called).size);
        expect(outer(world)).toBe(together(visited, called).size);
        expect(neither(world)).toBe(less(less(listed, visited), called).size);
        expect(each(world)).toBe(common(common(listed, visited), called).size);
        expect(either(world)).toBe(common(listed, together(visited, called)).size);
      }),
    );
  });

  it('make up the whole: those in and those not in, and each of two sets once', () => {
    const [a, b] = [counting(list), counting(visit)];
    const [union, both, left] = [
      counting({ any_of: [list, visit] }),
      counting({ ...list, also_in: [visit] }),
      counting({ ...list, not_in: [visit] }),
    ];
    fc.assert(
      fc.property(facts, (all) => {
        const world = villageWorld(all);
        expect(Number(union(world)) + Number(both(world))).toBe(Number(a(world)) + Number(b(world)));
        expect(Number(both(world)) + Number(left(world))).toBe(Number(a(world)));
      }),
    );
  });

  it('read of the same one the entry that is said, whatever the order of entries', () => {
    const summed = (keeps: string) => {
      const { pack } = load({
        sum: { any_of: [{ form: 'visit' }, { form: 'call' }], same: 'data.home', keeps, of: 'data.size' },
      });
      if (!pack) throw new Error('unsound');
      const policy = compile([pack]);
      return (all: readonly Fact[]) =>
        policy.measure(villageWorld(all), { measure: 'm', period: '2026-Q3', asOf: '2026-09-30' }).get('v');
    };
    const [first, latest] = [summed('first'), summed('latest')];
    fc.assert(
      fc.property(facts, (all) => {
        const inTime = all
          .filter(({ form }) => form !== 'list')
          .toSorted((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1));
        const sum = (order: readonly Fact[]): number =>
          [...new Map(order.map(({ data }) => [data['home'], Number(data['size'])])).values()].reduce(
            (a, b) => a + b,
            0,
          );
        expect(Number((latest(all) as { value: unknown }).value)).toBe(sum(inTime));
        expect(Number((first(all.toReversed()) as { value: unknown }).value)).toBe(sum(inTime.toReversed()));
      }),
    );
  });
});

describe('the check says of sets together', () => {
  const found = (value: object): string[] => {
    const files = filesOf(value);
    const { pack, problems } = loadPack(files);
    const all = pack ? checkPacks([pack]) : problems;
    return all
      .filter(({ severity }) => severity === 'error')
      .map(({ code, path, line }) => {
        const text = files.find((one) => path.endsWith(one.path))?.text.split('\n')[line - 1];
        return `${code} at ${text?.replace(/^[ -]*/, '').split(':')[0]}`;
      });
  };

  it.each([
    [{ count: { ...list, not_in: [{ form: 'visit' }] } }, 'no-same at form'],
    [{ count: { form: 'list', also_in: [visit] } }, 'no-same at form'],
    [{ count: { any_of: [visit, { form: 'call' }] } }, 'no-same at form'],
    [{ count: { form: 'list', keeps: 'first' } }, 'no-same at keeps'],
    [{ sum: { ...list, of: 'data.size' } }, 'must-choose at form'],
    [{ count: { ...list, not_in: [{ form: 'visit', same: 'data.size' }] } }, 'unlike-sets at same'],
    [{ count: { any_of: [visit, { form: 'call', same: ['data.home', 'data.size'] }] } }, 'unlike-sets at data.home'],
    [{ count: { any_of: [visit, call], during: 'to-date' } }, 'wrong-set at during'],
    [{ count: { any_of: [visit, { form: 'calll', same: 'data.home' }] } }, 'unknown-form at form'],
    [{ count: { any_of: [visit, call], where: 'data.homes == "a"' } }, 'condition at where'],
    [{ count: { ...list, same: 'data.hom' } }, 'condition at same'],
    [
      {
        latest: { any_of: [visit, { organisations: 'village', same: 'subject.id' }], keeps: 'latest', of: 'data.size' },
      },
      'not-dated at any_of',
    ],
  ])('%j: %s', (value, expected) => expect(found(value)).toContain(expected));

  it('nothing where they are sound', () => {
    expect(found({ count: { ...list, not_in: [visit, { any_of: [call, visit] }] } })).toEqual([]);
    expect(
      found({
        gap: {
          any_of: [{ form: 'visit' }, { form: 'call' }],
          takes: 'longest',
          ends: 'left-out',
          days: 'calendar-days',
        },
      }),
    ).toEqual([]);
  });
});
