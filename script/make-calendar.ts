/**
 * Prints one year of the official calendar as a pack part:
 * `node script/make-calendar.ts 2026 > packs/national-base/calendars/2026.yaml`.
 * Days off and working weekends are the State Council's yearly notice as carried by chinese-days;
 * festivals are fixed, lunar or solar-term days. A new year may also be written by hand.
 */
import chineseDays from 'chinese-days';

interface NamedDay {
  readonly date: string;
  readonly name: { readonly 'zh-CN': string; readonly en: string };
}

export interface CalendarYear {
  readonly year: number;
  readonly days_off: readonly NamedDay[];
  readonly working_weekends: readonly NamedDay[];
  readonly festivals: readonly (NamedDay & { readonly id: string })[];
}

const FIXED = [
  ['new-year', '01-01', '元旦', "New Year's Day"],
  ['labour-day', '05-01', '劳动节', 'Labour Day'],
  ['founding-day-of-party', '07-01', '建党节', 'Founding Day of the Party'],
  ['national-day', '10-01', '国庆节', 'National Day'],
] as const;

const LUNAR = [
  ['spring-festival', '01-01', '春节', 'Spring Festival'],
  ['lantern', '01-15', '元宵节', 'Lantern Festival'],
  ['dragon-boat', '05-05', '端午节', 'Dragon Boat Festival'],
  ['mid-autumn', '08-15', '中秋节', 'Mid-Autumn Festival'],
  ['double-ninth', '09-09', '重阳节', 'Double Ninth Festival'],
] as const;

const daysOfYear = (year: number): string[] =>
  Array.from({ length: 366 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10)).filter(
    (day) => day.startsWith(`${year}-`),
  );

/** The library names an official day `National Day,国庆节,3` and any other day by its weekday. */
const official = (day: string): { off: boolean; named: NamedDay } | null => {
  const { name, work } = chineseDays.getDayDetail(day);
  const [en, chinese] = name.split(',');
  return en && chinese ? { off: !work, named: { date: day, name: { 'zh-CN': chinese, en } } } : null;
};

const festivalsOf = (year: number): CalendarYear['festivals'] =>
  [
    ...FIXED.map(([id, day, chinese, en]) => ({ id, date: `${year}-${day}`, name: { 'zh-CN': chinese, en } })),
    ...LUNAR.map(([id, day, chinese, en]) => ({
      id,
      date: chineseDays.getSolarDateFromLunar(`${year}-${day}`).date,
      name: { 'zh-CN': chinese, en },
    })),
    {
      id: 'qingming',
      date: chineseDays.getSolarTermDate(year, 4, 'pure_brightness'),
      name: { 'zh-CN': '清明节', en: 'Qingming Festival' },
    },
  ].sort((a, b) => (a.date < b.date ? -1 : 1));

/** @throws when the library does not carry the notice of that year yet. */
export const calendarOf = (year: number): CalendarYear => {
  const days = daysOfYear(year).flatMap((day) => official(day) ?? []);
  if (days.length === 0) throw new Error(`No official calendar for ${year} in chinese-days: write the year by hand.`);
  return {
    year,
    days_off: days.filter((day) => day.off).map((day) => day.named),
    working_weekends: days.filter((day) => !day.off).map((day) => day.named),
    festivals: festivalsOf(year),
  };
};

const line = (day: NamedDay & { id?: string }): string =>
  `  - { ${day.id ? `id: ${day.id}, ` : ''}date: "${day.date}", name: { zh-CN: ${day.name['zh-CN']}, en: "${day.name.en}" } }`;

export const calendarYaml = (calendar: CalendarYear): string =>
  [
    `year: ${calendar.year}`,
    'source:',
    `  document: 国务院办公厅关于${calendar.year}年部分节假日安排的通知`,
    '  note: "festivals without a day off are lunar, solar-term or fixed days"',
    'days_off:',
    ...calendar.days_off.map(line),
    'working_weekends:',
    ...calendar.working_weekends.map(line),
    'festivals:',
    ...calendar.festivals.map(line),
    '',
  ].join('\n');

if (import.meta.main) process.stdout.write(calendarYaml(calendarOf(Number(process.argv[2]))));
