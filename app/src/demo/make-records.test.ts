import { validateEntry } from '@luoshi/engine';
import { describe, expect, test } from 'vitest';
import { daysBetween, workingDaysBy } from './days.ts';
import { readDemoPacks } from './demo-packs.ts';
import type { DemoEntry } from './entry.ts';
import { SHEN_COUNTY } from './localities.ts';
import { makeRecords } from './make-records.ts';
import { makeScene, passiveTownships } from './scene.ts';
import { treeOf } from './tree.ts';
import { makeWorld } from './world.ts';

const AS_OF = '2026-11-20';
const { forms, calendars } = await readDemoPacks(SHEN_COUNTY);
const world = makeWorld({ tree: treeOf('371522'), asOf: AS_OF });
const records = makeRecords(world, forms, calendars);
const of = (form: string): readonly DemoEntry[] => records.get(form) ?? [];
const all = [...records.values()].flat();
const isWorkingDay = workingDaysBy(calendars);

test('the same county has the same records', () => {
  const few = forms.filter(({ id }) => ['leave', 'visit', 'deed'].includes(id));
  const again = makeRecords(makeWorld({ tree: treeOf('371522'), asOf: AS_OF }), few, calendars);
  for (const { id } of few) expect(again.get(id)).toEqual(of(id));
});

test('every entry is one that its form accepts', () => {
  const form = new Map(forms.map((one) => [one.id, one]));
  const wrong = all.flatMap((entry) => {
    const found = form.get(entry.form);
    return found
      ? validateEntry(found, entry.data, { today: AS_OF }).map(({ words }) => `${entry.form}: ${words.en}`)
      : [entry.form];
  });
  expect(wrong).toEqual([]);
});

test('every form about organisations and postings has entries', () => {
  const empty = forms.filter(
    ({ id, subject }) => !subject.person && !subject.posting?.includes('village-helper') && of(id).length === 0,
  );
  expect(empty.map(({ id }) => id)).toEqual([]);
});

test('days lie in the life of their posting, are working days, and are recorded and confirmed in order', () => {
  for (const { form, day, posting, recordedOn, confirmed, data } of all) {
    if (posting) expect(posting.from <= day && (posting.to === null || day <= posting.to)).toBe(true);
    if (form !== 'arrival') expect(isWorkingDay(day), `${form} ${day}`).toBe(true);
    expect(recordedOn >= day || form === 'leave').toBe(true);
    expect(
      recordedOn <= AS_OF && (confirmed?.on ?? AS_OF) <= AS_OF && (confirmed?.on ?? recordedOn) >= recordedOn,
    ).toBe(true);
    expect(Object.values(data).includes(day)).toBe(true);
  }
});

test('no month since the rules are in force lacks records', () => {
  const perMonth = (form: string) =>
    Object.fromEntries(
      [...Map.groupBy(of(form), ({ day }) => day.slice(0, 7))].map(([month, some]) => [month, some.length]),
    );
  expect(world.recordsFrom).toBe('2026-06-01');
  expect(all.every(({ day }) => day >= world.recordsFrom)).toBe(true);
  for (const form of ['meeting', 'theme-party-day', 'village-day', 'study-activity', 'visit']) {
    const months = perMonth(form);
    const full = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'].map((month) => months[month] ?? 0);
    expect(Math.min(...full) / Math.max(...full), `${form} ${JSON.stringify(months)}`).toBeGreaterThan(0.5);
  }
});

test('before a festival old members and poor households are visited, by most', () => {
  const secretaries = world.postings.filter(({ kind, from }) => kind === 'first-secretary' && from <= '2026-09-15');
  const visited = new Map(secretaries.map((one) => [one, new Set<unknown>()]));
  for (const { posting, day, data } of of('festival-visit')) {
    if (posting && day >= '2026-09-15' && day < '2026-09-25') visited.get(posting)?.add(data['class']);
  }
  const both = [...visited.values()].filter(({ size }) => size === 2).length / secretaries.length;
  expect(both).toBeGreaterThan(0.4);
  expect(both).toBeLessThan(0.9);
});

describe('believable gaps', () => {
  const passive = new Set(passiveTownships(world));
  const township = (code: string) => code.slice(0, 9);
  const share = (part: number, whole: number) => part / whole;

  test('three townships are passive, and it shows', () => {
    expect(passive.size).toBe(3);
    const villages = (test: (code: string) => boolean) =>
      world.organisations.filter(
        ({ code, kind }) => (kind === 'village' || kind === 'community') && test(township(code)),
      ).length;
    const meetings = (test: (code: string) => boolean) =>
      of('meeting').filter(({ organisation }) => test(township(organisation))).length;
    const slow = share(
      meetings((code) => passive.has(code)),
      villages((code) => passive.has(code)),
    );
    const others = share(
      meetings((code) => !passive.has(code)),
      villages((code) => !passive.has(code)),
    );
    expect(slow).toBeLessThan(others / 2);
    expect(slow).toBeGreaterThan(0.5);
  });

  test('most weeks have two office days, some have fewer, holidays and leave have none', () => {
    const running = world.postings.filter(
      ({ kind, to, from }) => kind === 'first-secretary' && to === null && from < world.quarterFrom,
    );
    const week = new Set(daysBetween('2026-09-07', '2026-09-11'));
    const days = running.map(
      (one) => of('village-day').filter(({ posting, day }) => posting === one && week.has(day)).length,
    );
    const enough = share(days.filter((n) => n >= 2).length, days.length);
    expect(enough).toBeGreaterThan(0.6);
    expect(enough).toBeLessThan(0.9);
    expect(of('village-day').some(({ day }) => day >= '2026-10-01' && day <= '2026-10-07')).toBe(false);
    expect(new Set(of('leave').map(({ day }) => day.slice(0, 7))).size).toBeGreaterThanOrEqual(5);
    for (const { posting, data } of of('leave')) {
      const away = new Set(daysBetween(String(data['first_day']), String(data['last_day'])));
      expect(of('village-day').some((entry) => entry.posting === posting && away.has(entry.day))).toBe(false);
    }
  });

  test('some entries are late, some wait for confirmation', () => {
    const late = all.filter(({ day, recordedOn }) => daysBetween(day, recordedOn).length > 8).length;
    expect(share(late, all.length)).toBeGreaterThan(0.03);
    expect(share(late, all.length)).toBeLessThan(0.12);
    const days = of('village-day');
    const waiting = share(days.filter(({ confirmed }) => !confirmed).length, days.length);
    expect(waiting).toBeGreaterThan(0.05);
    expect(waiting).toBeLessThan(0.3);
  });

  test('diligence differs, inside its bounds', () => {
    const scene = makeScene(world, new Map(), isWorkingDay);
    const each = world.organisations.filter(({ kind }) => kind === 'village').map(({ code }) => scene.diligence(code));
    expect(Math.min(...each)).toBeGreaterThan(0.1);
    expect(Math.max(...each)).toBeLessThanOrEqual(1);
  });

  test('problems are raised before they are solved, and not all are', () => {
    const raised = new Map(of('problem-raised').map((entry) => [entry.data['number'], entry.day]));
    for (const { data, day } of of('problem-solved'))
      expect((raised.get(data['number_solved'] ?? null) ?? '9') < day).toBe(true);
    expect(share(of('problem-solved').length, raised.size)).toBeGreaterThan(0.4);
    expect(share(of('problem-solved').length, raised.size)).toBeLessThan(0.9);
  });
});
