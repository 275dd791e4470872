import type { Calendar, Form } from '@luoshi/engine';
import { anyForm } from './any-form-happens.ts';
import { addDays, workingDaysBy } from './days.ts';
import type { DemoEntry, Happening, Scene } from './entry.ts';
import { festivalVisits } from './festival-visits.ts';
import { fillForm } from './fill-form.ts';
import { arrivals, leaves, studyActivities, villageDays } from './postings-happen.ts';
import { problemsRaised, problemsSolved } from './problems-happen.ts';
import { chance } from './random.ts';
import { makeScene } from './scene.ts';
import {
  affairsDisclosures,
  excuseRequests,
  financeDisclosures,
  meetings,
  representativesMeetings,
  themeDays,
  visits,
} from './villages-happen.ts';
import type { DemoWorld } from './world.ts';

/** Makers of the forms that have a story of their own in one locality, by form. */
export type Stories = (scene: Scene) => Readonly<Record<string, () => Happening[]>>;

/** The county's records since its rules are in force, by form. Each entry is one that the forms accept. */
export function makeRecords(
  world: DemoWorld,
  forms: readonly Form[],
  calendars: readonly Calendar[],
  stories: Stories = () => ({}),
): ReadonlyMap<string, readonly DemoEntry[]> {
  const scene = makeScene(world, new Map(forms.map((form) => [form.id, form])), workingDaysBy(calendars));
  const away = leaves(scene);
  const own: Readonly<Record<string, () => Happening[]>> = {
    arrival: () => arrivals(scene),
    leave: () => away,
    'village-day': () => villageDays(scene, away),
    'study-activity': () => studyActivities(scene),
    'festival-visit': () => festivalVisits(scene, calendars),
    meeting: () => meetings(scene),
    'theme-party-day': () => themeDays(scene),
    'finance-disclosure': () => financeDisclosures(scene),
    'village-affairs-disclosure': () => affairsDisclosures(scene),
    'villager-representatives-meeting': () => representativesMeetings(scene),
    'problem-raised': () => problemsRaised(scene),
    'problem-solved': () => problemsSolved(scene),
    visit: () => visits(scene),
    'excuse-request': () => excuseRequests(scene),
    ...stories(scene),
  };
  const made = forms
    .filter((form) => form.subject.person !== true || form.id in own)
    .map((form) => [form.id, entriesOf(scene, form, own[form.id]?.() ?? anyForm(scene, form))] as const);
  return new Map(made.filter(([, entries]) => entries.length > 0));
}

function entriesOf(scene: Scene, form: Form, happenings: readonly Happening[]): DemoEntry[] {
  const { world } = scene;
  return happenings.flatMap((one, i) => {
    const luck = chance(
      world.seed,
      'written',
      form.id,
      one.organisation,
      one.posting?.person ?? one.person ?? '',
      one.day,
      i,
    );
    const data = fillForm(form, one.day, one.data, world.asOf, luck);
    if (data === null) return [];
    const diligence = scene.diligence(one.organisation);
    const late = luck.holds(0.03 + 0.12 * (1 - diligence));
    const recordedOn = earlier(
      addDays(
        one.day,
        late
          ? luck.whole(8, 25)
          : luck.weighted([
              [0, 6],
              [1, 4],
              [2, 1],
            ]),
      ),
      world.asOf,
    );
    const { settled, ...happened } = one;
    const entry: DemoEntry = { form: form.id, ...happened, data, recordedOn };
    if ((form.confirmation ?? 'none') === 'none') return [entry];
    if (!settled && !luck.holds(0.45 + 0.5 * diligence)) return [entry];
    const on = addDays(
      recordedOn,
      luck.weighted([
        [0, 3],
        [1, 5],
        [2, 2],
        [4, 1],
      ]),
    );
    // Where nobody holds the post that gives the second word, it is still awaited.
    const by = scene.confirmer(form, one.organisation);
    return on > world.asOf || by === '' ? [entry] : [{ ...entry, confirmed: { on, by } }];
  });
}

const earlier = (a: string, b: string) => (a < b ? a : b);
