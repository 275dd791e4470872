import { describe, expect, it } from 'vitest';
import { SCHEME, schemePack, schemeWith } from '../../test/village-scheme.ts';
import { checkPacks } from '../check/check.ts';

type Replaced = readonly (readonly [string, string])[];

/** What is found in the scheme after some of its text was replaced: severity, code and the English words. */
function found(...replaced: Replaced): string[] {
  const problems = checkPacks([schemeWith(...replaced)]);
  for (const { path, line, column, wayOut } of problems) {
    expect([path, line > 1, column > 0]).toEqual([expect.stringMatching(/ratings|values|measures/), true, true]);
    expect(wayOut['zh-CN'] && wayOut.en).toBeTruthy();
  }
  return problems.map(({ severity, code, words }) => `${severity} ${code}: ${words.en}`);
}

it('finds nothing in a scheme that is sound', () => expect(checkPacks([schemePack()])).toEqual([]));

describe('rows of bands', () => {
  const ROWS = '"rows":[{"at_least":70,"gives":{"grade":"good"}}]';
  const rows = (...ends: string[]) =>
    [ROWS, `"rows":[${ends.map((end) => `{${end},"gives":{"grade":"good"}}`).join()}]`] as const;

  it('that overlap at an end are warned of', () => {
    expect(found(rows('"at_least":85', '"at_least":60,"at_most":85'))).toEqual([
      'warning overlapping-bands: Rows 1 and 2 overlap; what both hold goes to row 1',
    ]);
    expect(found(rows('"at_least":60,"below":90', '"at_least":80,"below":100'))).toHaveLength(1);
  });

  it('that meet, or leave their upper end to the row before, are not', () => {
    expect(found(rows('"at_least":85', '"at_least":60,"below":85'))).toEqual([]);
    expect(found(rows('"above":85', '"at_least":60,"at_most":85'))).toEqual([]);
    expect(found(rows('"at_least":85', '"at_least":60', '"at_least":30'))).toEqual([]);
    expect(found(rows('"at_most":30', '"at_most":60', '"at_most":85'))).toEqual([]);
    expect(found(rows('"at_least":60', '"at_most":60'))).toHaveLength(1);
  });
});

describe('full marks', () => {
  const declared = (marks: string) =>
    ['"unit":"point","scales"', `"unit":"point","marks_make":${marks},"scales"`] as const;

  it('must make what the scheme declares', () => {
    expect(found(declared('100'))).toEqual([]);
    expect(found(declared('"100.0"'))).toEqual([]);
    expect(found(declared('120'))).toEqual(['error marks: The full marks make 100, not 120']);
  });

  it('are read through parameters, totals and weights', () => {
    const total =
      '"total":{"of":["reports","meetings"],"floor":0,"cap":"full","not_applicable":"left-out","missing":"stop"}';
    const [rating] = SCHEME.ratings;
    const weighted = rating?.steps.find(({ id }) => id === 'total')?.weighted;
    expect(found(declared('40'), [`"weighted":${JSON.stringify(weighted)}`, total])).toEqual([]);
    expect(
      found(
        declared('1100'),
        ['"out_of":"param(\\"marks\\")",', ''],
        ['"weight":60', '"weight":53'],
        ['"weight":40', '"weight":40'],
        ['"weights_make":100,', ''],
      ),
    ).toEqual([]);
  });

  it('are read from ballots, scorers, reviews and bands of points, and through what limits them', () => {
    const weighted = JSON.stringify(SCHEME.ratings[0]?.steps.find(({ id }) => id === 'total')?.weighted);
    const made = (marks: string, construct: string): string[] =>
      found(declared(marks), [`"weighted":${weighted}`, construct]).filter((one) => one.includes('marks'));
    const ballots =
      '"ballots":{"entries":{"form":"vote"},"options":[{"field":"good","points":1},{"field":"bad","points":0}],"gives":{"points_of":20},"no_valid":"stop","shown_from":10}';
    const scorers =
      '"scorers":{"groups":[{"id":"a","title":{"zh-CN":"甲","en":"A"},"papers":{"form":"meeting"},"score":"1","out_of":100,"share":60,"rater":"not-recorded","takes":"mean"}],"no_papers":"stop","shown_from":3}';
    const bands = (more: string) =>
      `"bands":{"of":"reports","rows":[${more}{"below":1,"gives":{"points":7}}],"otherwise":{"points":0}}`;
    const vetoed =
      '"veto":{"of":"reports","cases":[{"when":"place > 1","gives":{"points":0},"why":{"zh-CN":"甲","en":"A"}}]}';
    expect([made('20', ballots), made('60', scorers), made('7', bands('')), made('20', vetoed)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
    expect(made('9', bands('{"at_least":10,"gives":{"points":9}},'))).toEqual([]);
    expect(made('21', ballots)).toEqual(['error marks: The full marks make 20, not 21']);
    expect(made('7', bands('{"at_least":10,"gives":{"points":"place"}},'))).toEqual([
      'warning marks-unknown: The full marks of “Total” (total) are not written as a number, so marks_make cannot be checked',
    ]);
  });

  it('end at the number a total is capped at, which bonus points may pass', () => {
    const total = (cap: string) =>
      `"total":{"of":["reports","meetings"],"floor":0,"cap":${cap},"not_applicable":"left-out","missing":"stop"}`;
    const [rating] = SCHEME.ratings;
    const weighted = `"weighted":${JSON.stringify(rating?.steps.find(({ id }) => id === 'total')?.weighted)}`;
    expect(found(declared('30'), [weighted, total('30')])).toEqual([]);
    expect(found(declared('30'), [weighted, total('"none"')])).toEqual(['error marks: The full marks make 40, not 30']);
    expect(found(declared('50'), [weighted, total('50')])).toHaveLength(1);
  });

  it('that cannot be added up are said to be unknown', () => {
    expect(found(declared('100'), ['{"score":"total",', '{"score":"place",'])).toEqual([
      'warning marks-unknown: The full marks of “Place” (place) are not written as a number, so marks_make cannot be checked',
    ]);
  });
});

describe('a parameter that is not set', () => {
  const unset = ['{"2026-01-01":20}', '{"2026-01-01":null}'] as const;

  it('stops a rating that is done for real, at every step that needs it', () => {
    expect(found(unset).filter((one) => one.startsWith('error'))).toEqual([
      expect.stringContaining('not-set: “Total” needs the parameter “Full marks of reports” (marks)'),
      expect.stringContaining('not-set: “Reports” needs'),
    ]);
  });

  it('not where it was set before, or where packs below set it', () => {
    const warned = [expect.stringContaining('warning not-set: The parameter “Full marks of reports” is not set')];
    expect(found(['{"2026-01-01":20}', '{"2026-01-01":20,"2027-01-01":null}'])).toEqual(warned);
    expect(found(['"values":{"2026-01-01":20}', '"limits":{"at_most":30},"values":{"2026-01-01":null}'])).toEqual(
      warned,
    );
  });

  it('is found through measures', () => {
    const value = [
      '"value":{"count":{"form":"meeting"}}',
      '"value":{"multiply":[{"count":{"form":"meeting"}},{"parameter":"marks"}]}',
    ] as const;
    expect(found(unset, value).filter((one) => one.includes('“Meetings” needs'))).toHaveLength(1);
  });

  it('does not stop one that says why it is provisional', () => {
    const why = [
      '"unit":"point","scales"',
      '"unit":"point","provisional":{"zh-CN":"权重未定","en":"no weight yet"},"scales"',
    ] as const;
    expect(found(unset, why)).toEqual(['warning not-set: The parameter “Full marks of reports” is not set']);
  });
});

describe('a ranking of persons', () => {
  const persons = ['"of":{"organisations":["village"]},"period"', '"of":{"members":["village"]},"period"'] as const;
  const placed = ['"rank":{"of":"total"', '"rank":{"of":"meetings"'] as const;
  const counted = ['"times":"measure(\\"meetings\\")"', '"times":{"count":{"form":"meeting"}}'] as const;
  const fairness = (...replaced: Replaced) => found(...replaced).filter((one) => one.includes('fairness'));

  it('by how much they recorded is refused', () => {
    expect(fairness(persons, placed, counted)).toEqual([
      'error fairness: “Place” ranks persons by how much they recorded: persons are not ranked by activity',
    ]);
  });

  it('by what was achieved, or of organisations, is not', () => {
    expect(fairness(persons, placed)).toEqual([]);
    expect(fairness(persons, counted)).toEqual([]);
    expect(fairness(placed, counted)).toEqual([]);
  });
});

describe('titles', () => {
  const title = (zh: string, en: string) =>
    ['"title":{"zh-CN":"迟报","en":"Late report"}', `"title":{"zh-CN":"${zh}","en":"${en}"}`] as const;

  it('of what adds or takes stand under the guard rails', () => {
    expect(found(title('发表不当言论', 'x'))).toEqual([
      'error fairness: Speech, opinions and attitudes are outside the system',
    ]);
    expect(found(title('未打卡', 'x'))).toEqual(['error fairness: Location and whereabouts are outside the system']);
    expect(found(title('x', 'religion'))).toEqual(['error fairness: Belief is outside the system']);
  });

  it('of steps, grades and the rating itself do, too', () => {
    expect(found(['"zh-CN":"优秀"', '"zh-CN":"思想动态好"'])).toHaveLength(1);
    expect(found(['"zh-CN":"村年度考核"', '"zh-CN":"干部朋友圈考核"'])).toHaveLength(1);
  });

  it('may speak of how petitions were answered, never of their number', () => {
    expect(found(title('越级上访', 'x'))).toEqual([
      'error fairness: The number of petitions or complaints is no figure to be judged by',
    ]);
    expect(found(title('x', 'A petition to the province'))).toHaveLength(1);
    expect(found(title('信访事项未按期答复', 'Petition not answered in time'))).toEqual([]);
    expect(found(title('信访事项按期办结率', 'Rate of petitions settled in time'))).toEqual([]);
    expect(found(title('信访一次性化解率低于九成', 'Petitions solved at once: rate below 90 %'))).toEqual([]);
    expect(found(title('信访件办结数量', 'x'))).toHaveLength(1);
    expect(found(title('信访率', 'x'))).toHaveLength(1);
    expect(found(title('x', 'Rate of petitions'))).toHaveLength(1);
    expect(found(title('x', 'Number of petitions answered'))).toHaveLength(1);
  });

  it('may count how often leaders received petitioners or took cases on', () => {
    expect(found(title('领导信访接待日接访次数', 'Times leaders received petitioners'))).toEqual([]);
    expect(found(title('信访包案件数', 'Petitioners visited: number of leaders'))).toEqual([]);
    expect(found(title('越级上访被接待的件数', 'x'))).toHaveLength(1);
    expect(found(title('未接待的信访件数', 'x'))).toHaveLength(1);
  });
});

describe('an award of an item begun at zero', () => {
  const held = SCHEME.ratings[0]?.steps.flatMap(({ item }) => (item && 'award' in item ? item.award : []))[0];
  const rate = { share: { form: 'report', that: 'data.late' } };
  const awarded = (left: object): Replaced[number] => {
    const when = { compare: { left, is: 'at-least', right: { number: 0.9, unit: 'share' } } };
    return [JSON.stringify(held), JSON.stringify({ title: held?.title, points: 2, when })];
  };

  it('is warned of where its figure does not apply without anything to count', () => {
    expect(found(awarded(rate))).toContain(
      'warning silent-zero: “Meeting held” rests on a figure that does not apply where there is nothing to count (without any entry, too: `missing` says nothing of it); it is left out there, which gives no points; where no case is left, the item does not apply',
    );
  });

  it('is not where another value is given, or where it begins at the full marks', () => {
    const instead = { known: { value: rate, asks: 'applies', otherwise: { number: 1, unit: 'share' } } };
    const silent = (...replaced: Replaced) => found(...replaced).filter((one) => one.includes('silent-zero'));
    expect(silent(awarded(instead))).toEqual([]);
    expect(silent(awarded({ known: { value: rate, otherwise: { number: 1, unit: 'share' } } }))).toHaveLength(1);
    expect(silent(awarded(rate), ['"starts":"zero"', '"starts":"full"'])).toEqual([]);
  });
});
