import type { Policy, RatingResult } from '@luoshi/engine';
import { conflict, invalid } from '../platform/actions/action-error.ts';

/**
 * Whether a result is ripe for publishing.
 * @throws ActionError `period-open` before the period's last day is over, `provisional` for a rating that is not done for real yet
 */
export function assertPublishable(policy: Policy, { rating: id, period }: RatingResult, days: Days): void {
  const provisional = policy.ratings.get(id)?.provisional;
  if (provisional) {
    throw conflict('provisional', {
      'zh-CN': `该评分办法暂不能公布：${provisional['zh-CN']}。补齐后再公布。`,
      en: `This rating cannot be published yet: ${provisional.en}. Settle that first.`,
    });
  }
  const known = days.asOf < days.today ? days.asOf : days.today;
  if (known > period.end) return;
  throw conflict('period-open', {
    'zh-CN': `时段到 ${period.end} 为止，尚未结束，只能试算。请在次日起公布，并按结束之后所知计算。`,
    en: `The period ends on ${period.end}; until then results can only be tried. Publish from the next day on, as known after its end.`,
  });
}

interface Days {
  readonly asOf: string;
  readonly today: string;
}

/**
 * The last day on which one may object to what is shown first on a day; null where the rules give no time for it.
 * @throws ActionError `provisional` while a term of the publication is not set
 */
export function lastDayToObject(policy: Policy, rating: string, shownOn: string): string | null {
  if (!policy.ratings.get(rating)?.publication) return null;
  const { objectUntil, missing } = policy.publicationDates({ rating, shownOn });
  if (objectUntil !== null) return objectUntil;
  const say = (language: 'zh-CN' | 'en') => missing.map(({ words }) => words[language]).join('; ');
  throw conflict('provisional', {
    'zh-CN': `公示或异议的天数未设定：${say('zh-CN')}。设定后再公布。`,
    en: `The days of showing and objecting are not set: ${say('en')}. Set them first.`,
  });
}

/** @throws ActionError `reason` when a correction, or findings that are overlooked, come without one */
export function needsReason(reason: string | undefined, findings: RatingResult['findings'], correction: boolean): void {
  if (reason !== undefined) return;
  throw invalid(
    'reason',
    correction
      ? {
          'zh-CN': '这个时段已公布过。更正须写明理由。',
          en: 'This period was published before. A correction needs a reason.',
        }
      : {
          'zh-CN': '结果有须先核对的问题。核对后仍要公布的，请写明理由。',
          en: 'The result has findings to be looked at. To publish nevertheless, give a reason.',
        },
    findings.map(({ step, words }) => ({ field: step, rule: 'finding', words })),
  );
}
