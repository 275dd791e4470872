import type { Words } from '../value.ts';

/** Words of grades and answers from the best to the worst; several for one place are set apart by `|`. */
const BETTER = [
  '优秀|优|excellent / 良好|良|good / 中等|中|一般|average|fair / 合格|及格|称职|达标|pass|qualified / 基本合格|基本称职|基本达标 / 不合格|不及格|不称职|不达标|未达标|fail|poor',
  '好|很好|good / 较好|比较好 / 一般|fair / 较差|比较差 / 差|很差|poor',
  '很满意|非常满意 / 满意|satisfied / 比较满意|基本满意 / 一般 / 不太满意 / 不满意|dissatisfied / 很不满意|非常不满意',
  '安全|safe / 基本安全|比较安全 / 不安全|unsafe',
  '特等 / 一等|first / 二等|second / 三等|third / 四等',
  '五星 / 四星 / 三星 / 二星|两星 / 一星',
  'a / b / c / d / e',
  '第一 / 第二 / 第三 / 第四',
].map(chain);

/** Words of what weighs more to what weighs less, in prizes as in faults. */
const GREATER = [
  '国家|中央|全国|national / 省|自治区|provincial / 市|盟|prefectural / 县|区|旗|county / 乡镇|镇|乡|街道|township / 村|社区|village',
  '特别重大 / 重大|特大 / 较大 / 一般',
  '严重|特别严重|serious / 较重 / 轻微|minor',
].map(chain);

function chain(text: string): ReadonlyMap<string, number> {
  return new Map(text.split(' / ').flatMap((words, place) => words.split('|').map((word) => [word, place] as const)));
}

const TAIL = /(?:级别|级|等次|等|档|类|奖|名|单位|事故)$/u;

/** The place of a title in a chain of words; undefined when it is none of them. */
function placeIn(words: ReadonlyMap<string, number>, title: Words): number | undefined {
  const said = title['zh-CN'].trim().toLowerCase();
  return words.get(said) ?? words.get(said.replace(TAIL, '')) ?? words.get(title.en.trim().toLowerCase());
}

export interface Titled {
  readonly title: Words;
  readonly value: number;
}

/** Whether the better of two words always has the lesser value. Words that are not known are passed over. */
export const turnedByWords = (all: readonly Titled[]): boolean => BETTER.some((words) => isTurned(words, all));

/** The same of words that say how much something weighs. */
export const turnedByWeight = (all: readonly Titled[]): boolean => GREATER.some((words) => isTurned(words, all));

/** Pairs of better and worse words whose values stand the wrong way round. */
export const crossed = (all: readonly Titled[]): (readonly [better: Titled, worse: Titled])[] =>
  BETTER.flatMap((words) => {
    const known = placed(words, all);
    return known.flatMap(([place, better]) =>
      known.flatMap(([other, worse]) =>
        place < other && better.value < worse.value ? [[better, worse] as const] : [],
      ),
    );
  });

const placed = (words: ReadonlyMap<string, number>, all: readonly Titled[]): (readonly [number, Titled])[] =>
  all.flatMap((one) => {
    const place = placeIn(words, one.title);
    return place === undefined ? [] : [[place, one] as const];
  });

function isTurned(words: ReadonlyMap<string, number>, all: readonly Titled[]): boolean {
  const known = placed(words, all);
  const pairs = known.flatMap(([a, one], i) =>
    known.slice(i + 1).flatMap(([b, other]) => (a === b ? [] : [(a - b) * (one.value - other.value)])),
  );
  return pairs.length > 0 && pairs.every((product) => product > 0);
}
