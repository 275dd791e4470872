import type { Form } from '@luoshi/engine';
import { addDays } from './days.ts';
import type { Happening, Scene } from './entry.ts';
import type { Habit } from './habit.ts';
import { POSTING_HABITS } from './posting-habits.ts';
import { chance } from './random.ts';
import { clip, monthsOf, quartersOf, type Span, weeksOf, workingDays } from './rhythm.ts';
import { VILLAGE_HABITS } from './village-habits.ts';
import { type DemoPosting, recordingOf } from './world.ts';

interface Subject {
  readonly organisation: string;
  readonly posting?: DemoPosting;
  /** Whether a first secretary works there. */
  readonly target: boolean;
}

/** Without a habit a form is filled in as its own frequency says. */
function habitOf(form: Form): Habit {
  const posting = form.subject.posting !== undefined;
  const byFrequency: Record<Form['frequency'], Habit> = {
    day: { every: 'week', share: 0.8, times: [3, 5] },
    week: { every: 'week', share: 0.8 },
    'ten-days': { every: 'month', share: 0.85, times: [2, 3] },
    'half-month': { every: 'month', share: 0.85, times: [1, 2] },
    'two-months': { every: 'month', share: 0.45 },
    'half-year': { every: 'quarter', share: 0.5 },
    month: { every: 'month', share: 0.85, others: posting ? 0 : 0.6 },
    quarter: { every: 'quarter', share: 0.8, others: 0.4 },
    'as-it-happens': { every: 'month', share: 0.5, others: 0.02 },
    year: { every: 'once', share: 0.35, others: 0.1 },
    once: posting ? { when: 'start', share: 0.85 } : { every: 'once', share: 0.6, others: 0.1 },
  };
  return { ...byFrequency[form.frequency], ...POSTING_HABITS[form.id], ...VILLAGE_HABITS[form.id] };
}

/** Makes entries of any form a county may add, so that its measures and duties have something to show. */
export function anyForm(scene: Scene, form: Form): Happening[] {
  const habit = habitOf(form);
  return subjectsOf(scene, form).flatMap((subject) =>
    periodsOf(scene, habit, subject).flatMap((period) => inPeriod(scene, form, habit, subject, period)),
  );
}

function inPeriod(
  scene: Scene,
  form: Form,
  habit: Habit,
  subject: Subject,
  period: Span & { over?: number },
): Happening[] {
  const { organisation, posting } = subject;
  const luck = chance(scene.world.seed, form.id, organisation, posting?.person ?? '', period.from);
  const share = (subject.target ? habit.share : habit.others) ?? 0;
  if (!luck.holds(scene.diligence(organisation) * share * Math.min(1, 0.1 + (period.over ?? 1)))) return [];
  const [least, most] = habit.times ?? [1, 1];
  return workingDays(scene, period, luck.whole(least, most), luck).map((day, n) => ({
    organisation,
    ...(posting ? { posting } : {}),
    day,
    data: habit.answers?.({ scene, luck, organisation, posting, day, n }) ?? {},
  }));
}

function periodsOf(scene: Scene, habit: Habit, { posting }: Subject): readonly (Span & { over?: number })[] {
  const { recordsFrom, asOf } = scene.world;
  if (posting && habit.when === 'start')
    return [life(scene, { from: posting.from, to: addDays(posting.from, 20) }, posting)];
  if (posting && habit.when === 'end') {
    return posting.to === null ? [] : [life(scene, { from: addDays(posting.to, -7), to: posting.to }, posting)];
  }
  const periods = {
    week: weeksOf(scene),
    month: monthsOf(scene),
    quarter: quartersOf(scene),
    once: [{ from: recordsFrom, to: asOf }],
  }[habit.every ?? 'once'];
  return posting ? periods.map((period) => ({ ...period, ...life(scene, period, posting) })) : periods;
}

/** The part of a span in which the posting ran. */
const life = (scene: Scene, span: Span, { from, to }: DemoPosting): Span =>
  clip(clip(span, from, to), '0000-01-01', scene.world.asOf);

function subjectsOf({ world }: Scene, { subject }: Form): Subject[] {
  if (subject.posting) {
    const kinds: readonly string[] = subject.posting;
    return world.postings
      .filter(({ kind }) => kinds.includes(kind))
      .map((posting) => ({ organisation: posting.organisation, posting, target: true }));
  }
  const kinds: readonly string[] = subject.organisation ?? [];
  return recordingOf(world)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ code, attributes }) => ({ organisation: code, target: attributes['dispatch_target'] !== false }));
}
