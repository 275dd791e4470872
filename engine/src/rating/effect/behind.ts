import type { Parts } from '../../parts.ts';
import type { Rating } from '../../schema/rating.ts';
import type { Language } from '../../value.ts';
import { say } from '../../words.ts';
import type { StepChecker } from '../types.ts';

/** What stands behind a part of a rating, through steps and measures. */
interface Behind {
  readonly forms: ReadonlySet<string>;
  /** Whether a condition asks for the confirmation of a second person. */
  readonly confirmed: boolean;
  /** Whether an entry made before the period still counts. */
  readonly carries: boolean;
}

function behind(part: unknown, rating: Rating, parts: Parts): Behind {
  const steps = new Map(rating.steps.map((step) => [step.id, step]));
  const seen = new Set<string>();
  const forms = new Set<string>();
  const found = { confirmed: false, carries: false };
  const text = (written: string): void => {
    if (/\bentry\.confirmed\b/.test(written)) found.confirmed = true;
    for (const [name] of written.matchAll(/[a-z][a-z0-9_-]*/g)) {
      if (seen.has(name)) continue;
      const next = steps.get(name) ?? parts.measures.get(name)?.value;
      if (next === undefined) continue;
      seen.add(name);
      walk(next);
    }
  };
  const walk = (at: unknown): void => {
    if (typeof at === 'string') text(at);
    if (typeof at !== 'object' || at === null) return;
    for (const [key, value] of Object.entries(at)) {
      if (key === 'form' && typeof value === 'string') forms.add(value);
      if (key === 'carries' && value === true) found.carries = true;
      if (key !== 'title' && key !== 'why') walk(value);
    }
  };
  walk(part);
  return { forms, ...found };
}

const named = (ids: readonly string[], parts: Parts, language: Language): string =>
  ids.map((id) => `“${parts.forms.get(id)?.title[language] ?? id}”`).join(language === 'zh-CN' ? '、' : ', ');

/** Due process: what takes a result away rests on entries a second person confirmed, and does not last without an end. */
export function checkDueProcess(part: unknown, at: string, { rating, parts, add }: StepChecker): void {
  const { forms, confirmed, carries } = behind(part, rating, parts);
  const unconfirmed = [...forms].filter((id) => (parts.forms.get(id)?.confirmation ?? 'none') === 'none');
  if (unconfirmed.length > 0) {
    add({
      severity: 'warning',
      code: 'veto-unconfirmed',
      at,
      words: say(
        `${named(unconfirmed, parts, 'zh-CN')}的记录无须第二人确认，却能否决结果`,
        `Entries of ${named(unconfirmed, parts, 'en')} need no second person, but take a result away`,
      ),
      wayOut: say(
        '在表单中写 confirmation: village 或 township',
        'Write confirmation: village or township in the form',
      ),
    });
  } else if (forms.size > 0 && !confirmed) {
    add({
      severity: 'warning',
      code: 'veto-unconfirmed',
      at,
      words: say('尚未确认的记录也会否决结果', 'Entries not yet confirmed take a result away too'),
      wayOut: say('在 where 中写 entry.confirmed', 'Write entry.confirmed in where'),
    });
  }
  if (!carries) return;
  add({
    severity: 'warning',
    code: 'veto-endless',
    at,
    words: say(
      '期前的记录一直有效，否决没有期限',
      'An entry from before the period keeps counting: the veto has no end',
    ),
    wayOut: say('写 carries: false，或在 where 中写明期限', 'Write carries: false, or an end in where'),
  });
}
