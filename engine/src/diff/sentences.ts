import { isRecord } from '../pack/schema-shape.ts';
import type { Parts } from '../parts.ts';
import type { Language, Words } from '../value.ts';
import { inEnglish, say } from '../words.ts';
import { askedAt, isKeyOf } from './asked-at.ts';
import { carriedOnWords } from './carried-on.ts';
import { type Difference, isWords, type Passed } from './compare.ts';
import { keyWordsAt } from './key-words.ts';
import { labelAt, lastKey, readValue } from './read-value.ts';
import { type DiffSection, sectionWords } from './sections.ts';
import { shown } from './show.ts';
import { summaryOf, tellerAt } from './tell/tellers.ts';
import { titleOf } from './titles.ts';

/** What a difference is part of. */
export interface DiffPart {
  readonly section: DiffSection;
  readonly id: string;
  readonly title: Words;
  readonly before: unknown;
  readonly after: unknown;
  /** The parts of the version in which the new values stand. */
  readonly parts: Parts;
}

/** A difference in a sentence as a county officer reads it. */
export function sentence(difference: Difference, part: DiffPart): Words {
  const { trail, before } = difference;
  if (trail.length === 0) return whole(part, before === undefined ? 'added' : 'removed');
  const members = trail.flatMap((passed) => ('member' in passed ? [passed.member] : []));
  return (
    tellerAt(part.section, trail)?.tell({ before, after: difference.after, members, part, trail }) ??
    pointsOf(difference, part) ??
    valueFrom(difference, part) ??
    weightOf(difference, part) ??
    carriedOn(difference, part) ??
    plainly(difference, part)
  );
}

function whole(part: DiffPart, how: 'added' | 'removed'): Words {
  const { section, title } = part;
  const noun = sectionWords(section);
  const more = how === 'added' ? summaryOf(part) : say('', '');
  return how === 'added'
    ? say(`新增${noun['zh-CN']}“${title['zh-CN']}”${more['zh-CN']}`, `Added the ${noun.en} “${title.en}”${more.en}`)
    : say(`删去${noun['zh-CN']}“${title['zh-CN']}”`, `Removed the ${noun.en} “${title.en}”`);
}

/** What a change of an item takes or gives, each time or once. */
function pointsOf({ trail, before, after }: Difference, part: DiffPart): Words | null {
  const [side, change, last] = trail.slice(-3);
  const takes = keyOf(side) === 'deduct';
  if ((!takes && keyOf(side) !== 'award') || keyOf(last) !== 'points' || before === undefined || after === undefined) {
    return null;
  }
  const member = memberOf(change);
  const title = titleOf(member);
  const item = titlesOf(trail.slice(0, -3)).at(-1);
  if (!title || !item) return null;
  const each = isRecord(member) && 'times' in member;
  const unit = unitOf(part);
  const [old, now] = [inUnit(readValue(before, trail, part), unit), inUnit(readValue(after, trail, part), unit)];
  const [verb, does] = takes ? ['扣', 'takes'] : ['加', 'gives'];
  return say(
    `“${item['zh-CN']}”${each ? '每次' : ''}${title['zh-CN']}由${verb} ${old['zh-CN']}改为${verb} ${now['zh-CN']}`,
    `“${item.en}”: ${each ? 'each ' : ''}“${title.en}” ${does} ${now.en} instead of ${readValue(before, trail, part).en}`,
  );
}

const inUnit = (value: Words, unit: Words | null): Words =>
  unit ? say(`${value['zh-CN']} ${unit['zh-CN']}`, inEnglish(value.en, unit.en)) : say(`${value['zh-CN']} `, value.en);

/** A parameter's value from a day on. */
function valueFrom({ trail, before, after }: Difference, part: DiffPart): Words | null {
  const day = keyOf(trail[1]);
  if (part.section !== 'parameter' || keyOf(trail[0]) !== 'values' || day === null) return null;
  const { title, parts } = part;
  const unit = unitOf(part);
  const worded = (value: unknown) =>
    value === null || value === undefined
      ? shown(value, null, parts)
      : inUnit(shown(value, null, parts), Number.isNaN(Number(value)) ? null : unit);
  const [old, now] = [worded(before), worded(after)];
  if (before === undefined)
    return say(
      `“${title['zh-CN']}”自 ${day} 起新定为 ${now['zh-CN'].trimEnd()}`,
      `“${title.en}” is newly set to ${now.en} from ${day} on`,
    );
  if (after === undefined)
    return say(
      `“${title['zh-CN']}”删去自 ${day} 起的 ${old['zh-CN']}`,
      `“${title.en}” no longer has ${old.en} from ${day} on`,
    );
  return say(
    `“${title['zh-CN']}”自 ${day} 起由 ${old['zh-CN']}改为 ${now['zh-CN']}`,
    `“${title.en}” from ${day} on: ${old.en} → ${now.en}`,
  );
}

/** The weight of one part in a weighted sum. */
function weightOf({ trail, before, after }: Difference, part: DiffPart): Words | null {
  const of = memberOf(trail.at(-2));
  if (keyOf(trail.at(-1)) !== 'weight' || !isRecord(of) || before === undefined || after === undefined) return null;
  const step = stepTitle(String(of.of), part);
  const sum = titlesOf(trail.slice(0, -2)).at(-1) ?? part.title;
  const [old, now] = [shown(before, null, part.parts), shown(after, null, part.parts)];
  return say(
    `“${sum['zh-CN']}”中“${step['zh-CN']}”的权重由 ${old['zh-CN']} 改为 ${now['zh-CN']}`,
    `In “${sum.en}” the weight of “${step.en}” changes from ${old.en} to ${now.en}`,
  );
}

function stepTitle(id: string, { before, after }: DiffPart): Words {
  const steps = [after, before].flatMap((one) =>
    isRecord(one) && Array.isArray(one.steps) ? (one.steps as unknown[]) : [],
  );
  return titleOf(steps.find((step) => isRecord(step) && step.id === id)) ?? say(id, id);
}

/** Whether those that succeed others carry something on. */
function carriedOn({ trail, before, after }: Difference, part: DiffPart): Words | null {
  if (keyOf(trail.at(-1)) !== 'predecessors') return null;
  return carriedOnWords(aboutWords(trail, part), before, after, part.parts);
}

function aboutWords(trail: readonly Passed[], part: DiffPart): Words {
  const titles = [part.title, ...titlesOf(trail)];
  return say(titles.map((one) => `“${one['zh-CN']}”`).join(''), titles.map((one) => `“${one.en}”`).join(', '));
}

/** Title, field, old and new. */
function plainly({ trail, before, after }: Difference, part: DiffPart): Words {
  const about = aboutWords(trail, part);
  const last = trail.at(-1);
  if (last && 'member' in last && titleOf(last.member)) return ofMember(before === undefined, about);
  const field = fieldAt(trail, part);
  if (isWords(before) && isWords(after)) return inOneLanguage(about, field, before, after);
  const [old, now] = [readValue(before, trail, part), readValue(after, trail, part)];
  return say(
    `${about['zh-CN']}${field['zh-CN']}由 ${old['zh-CN']} 改为 ${now['zh-CN']}`,
    `${about.en}, ${field.en}: ${old.en} → ${now.en}`,
  );
}

/** What the last key of a trail is called; nothing for a whole part. */
function fieldAt(trail: readonly Passed[], part: DiffPart): Words {
  const upTo = trail.slice(0, trail.findLastIndex((passed) => 'key' in passed) + 1);
  const key = lastKey(upTo);
  if (key === '') return say('', '');
  if (part.section !== 'kinds' && isKeyOf(part.section, upTo))
    return keyWordsAt(key, askedAt(part.section, upTo).label);
  return labelAt(upTo, { part, form: undefined, key });
}

/** A text of which only one language changed shows that one in both sentences. */
function inOneLanguage(about: Words, field: Words, before: Words, after: Words): Words {
  const shownIn = (language: Language): Language => {
    const other = language === 'en' ? 'zh-CN' : 'en';
    return before[language] === after[language] ? other : language;
  };
  const [zh, en] = [shownIn('zh-CN'), shownIn('en')];
  return say(
    `${about['zh-CN']}${field['zh-CN']}${zh === 'en' ? '的英文' : ''}由 “${before[zh]}” 改为 “${after[zh]}”`,
    `${about.en}, ${field.en}${en === 'en' ? '' : ' in Chinese'}: “${before[en]}” → “${after[en]}”`,
  );
}

const ofMember = (added: boolean, about: Words): Words =>
  added ? say(`新增${about['zh-CN']}`, `Added ${about.en}`) : say(`删去${about['zh-CN']}`, `Removed ${about.en}`);

const keyOf = (passed: Passed | undefined): string | null => (passed && 'key' in passed ? passed.key : null);
const memberOf = (passed: Passed | undefined): unknown => (passed && 'member' in passed ? passed.member : undefined);

const titlesOf = (trail: readonly Passed[]): Words[] =>
  trail.flatMap((passed) => ('member' in passed ? (titleOf(passed.member) ?? []) : []));

function unitOf({ after, before, parts }: DiffPart): Words | null {
  const one = isRecord(after) ? after : before;
  const unit = isRecord(one) ? parts.units.get(String(one.unit)) : undefined;
  return unit?.symbol ?? unit?.title ?? null;
}
