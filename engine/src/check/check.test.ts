import { describe, expect, test } from 'vitest';
import { examplePackFiles } from '../example-pack.ts';
import { loadPack } from '../pack/load.ts';
import { checkPacks } from './check.ts';

const words = (zh: string, en: string) => ({ 'zh-CN': zh, en });
const visit = {
  id: 'visit',
  subject: { posting: ['first-secretary'] },
  date: 'done_on',
  fields: [{ id: 'done_on', type: 'date' }],
};
const duty = {
  id: 'duty',
  title: words('义务', 'duty'),
  who: { postings: ['first-secretary'] },
  when: { every: 'week' },
  amount: { at_least: 2, unit: 'day' },
  counts: [{ form: 'visit' }],
  part_period: { owes: 'full' },
  late: 'never',
  due_soon: { within: 1, days: 'calendar-days' },
};
const KINDS = {
  organisations: [{ id: 'village', title: words('村', 'village'), level: 5, parents: [] }],
  postings: [
    { id: 'first-secretary', title: words('第一书记', 'first secretary'), to: ['village'], sent_by: [], levels: [] },
  ],
  units: [{ id: 'day', title: words('天', 'days') }],
  duty_groups: [{ id: 'presence', title: words('在岗', 'presence') }],
};

interface Made {
  forms?: object[];
  obligations?: object[];
  measures?: object[];
  values?: object[];
}

function found({ forms = [visit], obligations = [duty], ...more }: Made): string[] {
  const { pack, problems } = loadPack(examplePackFiles({ kinds: KINDS, forms, obligations, ...more }));
  if (!pack) throw new Error(JSON.stringify(problems, null, 1));
  return checkPacks([pack]).map(({ severity, code, line, wayOut }) => {
    expect(line).toBeGreaterThan(1);
    return `${severity} ${code}: ${wayOut.en}`;
  });
}

const withFields = (...fields: object[]) => ({ forms: [{ ...visit, fields: [...visit.fields, ...fields] }] });
const withDuty = (change: object) => ({ obligations: [{ ...duty, ...change }] });

test('a sound pack has no problems', () => expect(found({})).toEqual([]));

describe('unknown names suggest the nearest', () => {
  test.each([
    ['form', withDuty({ counts: [{ form: 'visits' }] }), 'error unknown-form: Did you mean “visit”?'],
    ['unit', withDuty({ amount: { at_least: 2, unit: 'days' } }), 'error unknown-unit: Did you mean “day”?'],
    ['group of duties', withDuty({ group: 'presense' }), 'error unknown-duty-group: Did you mean “presence”?'],
    [
      'posting kind',
      withDuty({ who: { postings: ['first-secretery'] }, counts: [{ form: 'visit', from_subject: 'same' }] }),
      'error unknown-posting-kind: Did you mean “first-secretary”?',
    ],
    [
      'field',
      withDuty({ counts: [{ form: 'visit', per: { distinct: 'done_at' } }] }),
      'error unknown-field: Did you mean “done_on”?',
    ],
    [
      'parameter',
      {
        ...withDuty({ amount: { at_least: { parameter: 'office.day' }, unit: 'day' } }),
        values: [{ id: 'office.days', unit: 'day', values: { '2026-01-01': 2 } }],
      },
      'error unknown-parameter: Did you mean “office.days”?',
    ],
    ['part of a date field', { forms: [{ ...visit, date: 'done' }] }, 'error unknown-field: Did you mean “done_on”?'],
    ['date field', { forms: [{ ...visit, date: 'day' }] }, 'error unknown-field: Define it, or use one of: done_on'],
  ])('%s', (_name, made, problem) => expect(found(made)).toContain(problem));
});

test('a condition is type-checked in its place', () => {
  expect(found(withDuty({ counts: [{ form: 'visit', where: 'data.done == true' }] }))).toEqual([
    'error condition: Use data.done_on',
  ]);
});

describe('duties nobody could meet', () => {
  test.each([
    ['a share above one', withDuty({ amount: { share: '4/3', of: 'working-days', rounding: 'none', unit: 'day' } })],
    [
      'more days than a week has',
      withDuty({ amount: { at_least: 8, unit: 'day' }, counts: [{ form: 'visit', per: { distinct: 'done_on' } }] }),
    ],
    ['two, of a state that counts once', withDuty({ counts: [{ form: 'visit', latest: true }] })],
    ['confirmation that nobody gives', withDuty({ counts: [{ form: 'visit', confirmed: true }] })],
    ['a form not about those bound', withDuty({ who: { organisations: ['village'] } })],
  ])('%s', (_name, made) => expect(found(made).join()).toContain('error never-met'));
});

test('a worth or parameter in another unit does not fit', () => {
  const kinds = { values: [{ id: 'pay', unit: 'time', values: { '2026-01-01': 2 } }] };
  expect(
    found({ ...withDuty({ amount: { at_least: { parameter: 'pay' }, unit: 'day' } }), ...kinds }).join(),
  ).toContain('error unit-mismatch');
});

test('a parameter used as an amount holds numbers, as a deadline days', () => {
  const values = [{ id: 'limit', unit: 'day', values: { '2026-01-01': '06-10' } }];
  const amount = withDuty({ amount: { at_least: { parameter: 'limit' }, unit: 'day' } });
  expect(found({ ...amount, values })).toEqual(['error wrong-parameter: Correct the value, or use another parameter']);
  expect(found({ ...withDuty({ when: { once: { by: { parameter: 'limit' } } } }), values }).join()).toContain(
    'wrong-parameter',
  );
  expect(found({ ...withDuty({ when: { once: { by_month_day: { parameter: 'limit' } } } }), values })).toEqual([]);
  expect(found({ ...withDuty({ deadline: { at: { parameter: 'limit' } } }), values }).join()).toContain(
    'wrong-parameter',
  );
  expect(found({ ...withDuty({ deadline: { at: { parameter: 'limt' } } }), values }).join()).toContain(
    'unknown-parameter: Did you mean “limit”?',
  );
});

test('days of the week are those of a month, or of one week in several', () => {
  const weekdays = ['friday'];
  const weeks = { every: 2, from: '2026-01-08' };
  expect(found(withDuty({ when: { weekdays, weeks, window_days: 4 } })).join()).not.toContain('two-units');
  expect(found(withDuty({ when: { weekdays, weeks, nth: [1] } })).join()).toContain(
    'error two-units: Remove weeks or nth',
  );
});

test('an id may stand in one pack only, and a pack it depends on must be there', () => {
  const parts = { kinds: KINDS, forms: [visit], obligations: [duty] };
  const packs = ['one', 'two'].map(
    (id) => loadPack(examplePackFiles({ ...parts, manifest: { id, depends_on: ['three'] } })).pack,
  );
  const problems = checkPacks(packs.flatMap((pack) => pack ?? []));
  expect(
    problems.map(({ code, path }) => `${code} ${path}`).filter((one) => !one.startsWith('duplicate-id two/kinds')),
  ).toEqual([
    'missing-pack one/pack.yaml',
    'duplicate-id two/forms/example.yaml',
    'duplicate-id two/obligations/example.yaml',
    'missing-pack two/pack.yaml',
  ]);
});

test('a parameter without value warns that it is not set', () => {
  expect(found({ values: [{ id: 'pay', unit: 'day', values: { '2026-01-01': null } }] })).toEqual([
    'warning not-set: Fill it in from the source document; until then it shows “not set”',
  ]);
});

test('of values out of order the one of the last day is looked at', () => {
  const values = (...days: [string, number | null][]) =>
    found({ values: [{ id: 'pay', unit: 'day', values: Object.fromEntries(days) }] }).map((one) => one.split(':')[0]);
  expect(values(['2026-07-01', 2], ['2026-01-01', null])).toEqual([]);
  expect(values(['2026-07-01', null], ['2026-01-01', 2])).toEqual(['warning not-set']);
});

test('the same question to the same subject in two forms warns', () => {
  const asked = { id: 'households', title: words('常住户数', 'households'), type: 'integer' };
  const form = (id: string) => ({ ...visit, id, fields: [...visit.fields, asked] });
  expect(found({ forms: [form('visit'), form('profile')] })).toEqual([
    'warning asked-twice: Remove one and let both rules read the same form',
  ]);
});

describe('what no pack may ask', () => {
  test.each([
    ['位置', 'place', 'gps_point'],
    ['定位截图', 'screenshot', 'proof'],
    ['走访轨迹', 'route', 'route'],
    ['人脸照片', 'picture', 'picture'],
    ['网上言论', 'posts', 'posts'],
    ['思想动态', 'mood', 'mood'],
    ['宗教信仰', 'creed', 'creed'],
    ['婚恋情况', 'family', 'family'],
    ['每日步数', 'steps', 'steps'],
    ['备注', 'Opinion of the head', 'note'],
    ['备注', 'Whereabouts', 'note'],
    ['备注', 'Political attitude', 'note'],
  ])('%s / %s', (zh, en, id) => {
    expect(found(withFields({ id, title: words(zh, en), type: 'text' })).join()).toContain('error fairness');
  });

  test.each([
    ['演讲比赛', 'Speech contest', 'speech'],
    ['备注', 'Remarks', 'remarks'],
    ['会议地点', 'Location of the meeting', 'location'],
    ['地质灾害隐患点巡查', 'Rounds of geological hazards', 'geo_hazards'],
    ['整改意见', 'Opinion on what to mend', 'opinion'],
    ['窗口服务态度', 'Attitude at the window', 'attitude'],
    ['宗教活动场所安全检查', 'Safety of religious sites', 'religious_sites'],
    ['孕产妇健康管理', 'Care of pregnant women', 'pregnant'],
    ['同步数据上报', 'Figures sent in step', 'synced'],
    ['功能定位清晰', 'A clear function', 'aim'],
    ['整改跟踪', 'Tracking of what is mended', 'tracking'],
    ['谈心谈话', 'Chats', 'chat'],
    ['政务新媒体更新', 'Posts of the official social media', 'media'],
    ['网红打卡点建设', 'Sights to visit', 'sights'],
    ['参观点位建设', 'Sites shown to visitors', 'sites'],
    ['思想法治教育', 'Teaching of law', 'law'],
    ['党员思想动态分析会', 'Meeting on the thoughts of members', 'meeting'],
    ['意见箱开箱', 'Opinion box opened', 'box'],
    ['网络舆情及时处置', 'Public opinion answered', 'answered'],
    ['违法图斑坐标', 'Coordinates of the plot', 'plot'],
    ['各村积分排名', 'Place of the village by points', 'place'],
    ['动态管理', 'Tracking', 'tracking'],
  ])('not what only sounds like it: %s / %s', (zh, en, id) => {
    expect(found(withFields({ id, title: words(zh, en), type: 'text' })).join()).not.toContain('fairness');
  });

  test.each([
    ['演讲中的言论', 'What was said', 'said'],
    ['跟踪定位', 'Tracking', 'tracking'],
    ['地点签到定位', 'Place', 'place'],
    ['备注', 'Remarks on religion', 'remarks'],
    ['整改意见', 'GPS', 'opinion'],
    ['信教群众宗教工作', 'Work', 'work'],
    ['党员思想动态', 'Thoughts', 'thoughts'],
    ['涉事人员舆情', 'What people say', 'said'],
    ['干部手机坐标', 'Coordinates', 'phone'],
    ['村干部积分排名', 'Place', 'place'],
  ])('what sounds harmless beside it does not cover it: %s / %s', (zh, en, id) => {
    expect(found(withFields({ id, title: words(zh, en), type: 'text' })).join()).toContain('error fairness');
  });

  test('a number of petitions', () => {
    expect(found(withFields({ id: 'n', title: words('信访件数', 'matters'), type: 'integer' })).join()).toContain(
      'error fairness',
    );
    expect(found(withFields({ id: 'n', title: words('信访事项', 'matter'), type: 'text' }))).toEqual([]);
  });

  test('a compulsory photo, but an optional one may be added', () => {
    const photo = { id: 'photo', title: words('现场照片', 'Photo'), type: 'file' };
    expect(found(withFields({ ...photo, required: true })).join()).toContain('error fairness');
    expect(
      found(
        withFields({ id: 'proof', title: words('附件', 'proof'), type: 'file', required: true, accept: ['image/png'] }),
      ).join(),
    ).toContain('error fairness');
    expect(found(withFields(photo))).toEqual([]);
  });

  test('face to face work and the place of a meeting are no trespass', () => {
    expect(
      found(
        withFields(
          { id: 'place', title: words('地点', 'Place'), type: 'text' },
          { id: 'with', title: words('面对面交流天数', 'Days face to face'), type: 'integer' },
        ),
      ),
    ).toEqual([]);
  });
});
