import { describe, expect, it } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { say } from '../words.ts';
import { checkPacks } from './check.ts';

const title = (text: string) => say(text, text);

interface Written {
  readonly of?: object;
  readonly share?: object;
  readonly type?: string;
  readonly about?: object;
  readonly split?: string;
  readonly from?: object;
  readonly after?: object;
}

const SUBJECTS = { organisation: ['village'] };

/** What is found in a pack with a form that names villages: severity, code, and the line it stands on. */
function found(written: Written): string[] {
  const { of = SUBJECTS, share, type = 'subjects', about = { field: 'villages' }, split = 'in-full' } = written;
  const field = {
    id: 'villages',
    title: title('villages'),
    type,
    ...(type === 'text' ? {} : { of }),
    ...(share ? { share } : {}),
  };
  const { pack, problems } = loadPack(
    examplePackFiles({
      kinds: {
        organisations: [
          { id: 'county', title: title('county'), level: 3, parents: [] },
          { id: 'village', title: title('village'), level: 5, parents: ['county'] },
        ],
        units: [{ id: 'point', title: title('points') }],
      },
      forms: [
        {
          id: 'notice',
          title: title('notice'),
          subject: { organisation: ['county'] },
          date: 'on',
          fields: [{ id: 'on', title: title('on'), type: 'date' }, field],
        },
      ],
      obligations: [
        {
          id: 'duty',
          title: title('duty'),
          who: { organisations: ['village'] },
          when: {
            after: { form: 'notice', ...(written.after ?? { about: { field: 'villages' } }) },
            within: 5,
            days: 'calendar-days',
          },
          amount: { at_least: 1, unit: 'point' },
          counts: [
            { form: 'notice', from_subject: written.from ?? { field: 'villages' }, answers: 'entry.date > event.on' },
          ],
          part_period: { owes: 'full' },
          late: 'never',
          due_soon: { within: 1, days: 'calendar-days' },
        },
      ],
      ratings: [
        {
          id: 'year',
          title: title('year'),
          of: { organisations: ['village'] },
          period: { every: 'year' },
          part_period: 'rated',
          unit: 'point',
          steps: [
            {
              id: 'p',
              title: title('p'),
              item: {
                full: 100,
                starts: 'full',
                deduct: [
                  {
                    title: title('notices'),
                    entries: { form: 'notice', about },
                    ...(split === 'open' ? {} : { split }),
                    points: 1,
                    one_matter: 'each',
                    repeat: 'single',
                  },
                ],
                floor: 0,
                cap: 'full',
                missing: 'stop',
              },
            },
          ],
          result: { score: 'p' },
        },
      ],
    }),
  );
  const all = pack ? [...problems, ...checkPacks([pack])] : problems;
  for (const { line, wayOut } of all)
    expect([line > 1, wayOut['zh-CN'] !== '', wayOut.en !== '']).toEqual([true, true, true]);
  return all.map(({ code, words }) => `${code}: ${words.en}`);
}

it('finds nothing where it is said who is named and what each is counted', () => {
  expect(found({})).toEqual([]);
  expect(found({ share: { unit: 'point', total: 100 }, split: 'by-number' })).toEqual([]);
  expect(found({ about: { field: 'villages', names: 'below' } })).toEqual([]);
});

describe('a field that names subjects', () => {
  it('says which kinds, and exactly one sort of them', () => {
    expect(found({ of: { organisation: ['hamlet'] } })[0]).toMatch(/unknown-organisation-kind|unknown/);
    expect(found({ of: {} })).toContain('one-subject: Exactly one kind of subject belongs here');
    expect(found({ of: { organisation: ['village'], person: true } })).toContain(
      'one-subject: Exactly one kind of subject belongs here',
    );
  });

  it('counts its numbers in a unit that is declared', () => {
    expect(found({ share: { unit: 'stone' } })[0]).toMatch(/stone/);
  });
});

describe('what each of several is counted', () => {
  it('must be said', () => {
    expect(found({ split: 'open' })).toEqual(['open-choice: It is open what each counts where an entry names several']);
  });

  it('is not said where entries name one', () => {
    expect(found({ type: 'subject' })).toEqual([
      'not-several: These entries do not name several subjects; nothing is shared',
    ]);
    expect(found({ type: 'subject', split: 'open' })).toEqual([]);
    expect(found({ about: { holders: 'nobody' } })).toEqual(
      expect.arrayContaining([expect.stringContaining('not-several')]),
    );
  });

  it('goes by numbers only where there are some', () => {
    expect(found({ split: 'by-number' })).toEqual(['no-numbers: The field holds no number for each of those it names']);
  });
});

describe('a duty', () => {
  it('reads a field that can name those it binds', () => {
    expect(found({ of: { person: true } })).toEqual([
      'never-met: The field “villages” never names those the duty binds',
      'never-met: The field “villages” never names those the duty binds',
    ]);
    expect(found({ from: { field: 'on' } })).toEqual(['wrong-kind: “on” is no field chosen from the register']);
    expect(found({ after: { about: { field: 'hamlets' } } })[0]).toMatch(/hamlets/);
  });
});
