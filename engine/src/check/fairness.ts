import { isWords } from '../diff/compare.ts';
import { escapePointer, isRecord } from '../pack/schema-shape.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { withoutHarmless } from './harmless.ts';

interface Guard {
  readonly zh: RegExp;
  readonly en: RegExp;
  readonly words: Words;
  readonly wayOut: Words;
}

/** What no pack may ask: it stands outside the system altogether, whoever orders it. */
const GUARDS: readonly Guard[] = [
  {
    zh: /言论|言行|思想动态|思想状况|思想倾向|想法|政治态度|政治倾向|观点|舆情|朋友圈|聊天|发帖|网名/,
    en: /\b(speech|remarks?|utterances?|opinions?|thoughts?|attitudes?|sentiment|social media|chat)\b/i,
    words: say('言论、思想与态度不在系统之内', 'Speech, opinions and attitudes are outside the system'),
    wayOut: say(
      '只记录发生的事：何时、做了什么、结果如何',
      'Record what happened: when, what was done, with which result',
    ),
  },
  {
    zh: /信仰|宗教|信教/,
    en: /\b(beliefs?|religion|religious|church)\b/i,
    words: say('信仰不在系统之内', 'Belief is outside the system'),
    wayOut: say('删去这一项', 'Remove it'),
  },
  {
    zh: /私生活|恋爱|婚恋|婚姻状况|性取向|怀孕|生育意愿|消费习惯/,
    en: /\b(private life|marital|sexual|pregnan\w*|dating|lifestyle)\b/i,
    words: say('私生活不在系统之内', 'Private life is outside the system'),
    wayOut: say('删去这一项', 'Remove it'),
  },
  {
    zh: /行踪|定位|经纬度|经度|纬度|坐标|轨迹|打卡|签到位置|GPS|北斗/i,
    en: /\b(whereabouts|location|gps|latitude|longitude|coordinates|geo\w*|tracking|tracks?)\b/i,
    words: say('位置与行踪不在系统之内', 'Location and whereabouts are outside the system'),
    wayOut: say(
      '改由第二人确认（confirmation: village）',
      'Let a second person confirm instead (confirmation: village)',
    ),
  },
  {
    zh: /人脸|刷脸|指纹|虹膜|生物识别|声纹/,
    en: /\b(facial|face (recognition|scan\w*|check\w*|id)|fingerprints?|iris|biometrics?|voiceprint)\b/i,
    words: say('生物特征不在系统之内', 'Biometrics are outside the system'),
    wayOut: say(
      '改由第二人确认（confirmation: village）',
      'Let a second person confirm instead (confirmation: village)',
    ),
  },
  {
    zh: /在线时长|登录次数|活跃度|活跃指数|步数|积分排名|个人排名|人员排名/,
    en: /\b(online time|screen time|logins?|activity (score|index|rank\w*)|step count|rank\w* of persons|person\w* ranking|leaderboard)\b/i,
    words: say('不按活跃度衡量或排列个人', 'Persons are not measured or ranked by activity'),
    wayOut: say('改为衡量组织办成的事', 'Measure what organisations got done'),
  },
];

interface Named {
  readonly title: Words | undefined;
  readonly id?: string;
  readonly options?: readonly Words[];
}

/** The rate at which petitions are answered is the very measure that is asked for instead; whom leaders received is their own work. */
const ANSWERED = {
  zh: '(?!.*((办结|答复|回复|化解|受理|办理|处理|处置|解决|调处|接待|满意)[^，。；]{0,3}率|(接待|接访|下访|约访|包案|积案化解)[^，。；的]{0,3}(数|量|次|批|件|天)))',
  en: '(?!.*\\b(answer|settl|solv|handl|resolv|repl|satisf))',
  received: '(?!.*\\b(receiv|visit|old petitions? (re)?solv))',
};

const PETITIONS: Guard = {
  zh: new RegExp(
    `^${ANSWERED.zh}.*((信访|上访|访民|越级访|投诉).*(数|量|件次|人次|起数|批次|率|下降|减少|零)|零(上访|信访))`,
  ),
  en: new RegExp(
    `^${ANSWERED.received}.*(\\b(petition\\w*|complain\\w*)\\b.*\\b(number|count|fewer|drop|zero|reduction|times)\\b|\\b(number|count) of (petition\\w*|complain\\w*)\\b)|^${ANSWERED.en}.*(\\b(petition\\w*|complain\\w*)\\b.*\\brate\\b|\\brate of (petition\\w*|complain\\w*)\\b)`,
    'i',
  ),
  words: say('上访、投诉的数量不作为指标', 'The number of petitions or complaints is no figure to be judged by'),
  wayOut: say(
    '改为衡量答复是否及时、问题是否解决，并在名称里写明，如“信访按期办结率”“信访事项化解”',
    'Measure timely answers and solved problems instead and say so in the title: “Petitions settled in time”',
  ),
};

/** In a rating every mention of petitions is counted, unless it is about how they were answered. */
const RATED_PETITIONS: Guard = {
  ...PETITIONS,
  zh: new RegExp(
    `${PETITIONS.zh.source}|^(?!.*(办结|答复|回复|化解|受理|办理|处理|处置|解决|调处|接待|接访|下访|回访|包案|代办|宣传|培训|法治化)).*(信访|上访|越级访|缠访|闹访|访民)`,
  ),
  en: new RegExp(
    `${PETITIONS.en.source}|^(?!.*\\b(answer|settl|solv|handl|resolv|repl|receiv|visit|train|publici|rule of law)).*\\bpetition`,
    'i',
  ),
};

/** A title and the id read as words belong together: what the title makes harmless is so in the id. */
const breaks = ({ zh, en }: Guard, { title, id, options = [] }: Named): boolean => {
  const own = title && withoutHarmless({ 'zh-CN': title['zh-CN'], en: `${title.en}\n${spoken(id)}` });
  const texts = [own ?? say('', spoken(id)), ...options.map(withoutHarmless)];
  return texts.some((text) => zh.test(text['zh-CN']) || en.test(text.en));
};

const refusal = (at: string, { words, wayOut }: Guard): Finding => ({ code: 'fairness', at, words, wayOut });

const judged = (at: string, guards: readonly Guard[], named: Named): Finding[] =>
  guards.filter((guard) => breaks(guard, named)).map((guard) => refusal(at, guard));

/** Guard rails: what packs may never ask or count. */
export function fairnessProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  if (kind === 'form') return formProblems(id, parts);
  const all = [...GUARDS, PETITIONS];
  if (kind === 'measure') return judged('/title', all, { title: parts.measures.get(id)?.title, id });
  if (kind === 'rating') return titledIn(parts.ratings.get(id), '', [...GUARDS, RATED_PETITIONS]);
  if (kind === 'obligation') return judged('/title', all, { title: parts.obligations.get(id)?.title, id });
  return kind === 'parameter' ? judged('/title', all, { title: parts.parameters.get(id)?.title }) : [];
}

/** An id read as words, so that `gps-track` is found too. */
const spoken = (id = ''): string => id.replaceAll(/[-_.]/g, ' ');

/** Every title and id of a rating: of itself, its steps, what adds or takes, its grades and rows. */
function titledIn(value: unknown, at: string, guards: readonly Guard[]): Finding[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => titledIn(one, `${at}/${i}`, guards));
  if (!isRecord(value)) return [];
  const { title, id, source: _, ...rest } = value;
  const own = isWords(title) ? judged(`${at}/title`, guards, { title, ...(typeof id === 'string' ? { id } : {}) }) : [];
  return [
    ...own,
    ...Object.entries(rest).flatMap(([key, one]) => titledIn(one, `${at}/${escapePointer(key)}`, guards)),
  ];
}

function formProblems(id: string, parts: Parts): Finding[] {
  const form = parts.forms.get(id);
  if (!form) return [];
  return [
    ...judged('/title', GUARDS, { title: form.title, id }),
    ...form.fields.flatMap((field, i): Finding[] => {
      const at = `/fields/${i}`;
      const countable = field.type === 'integer' || field.type === 'decimal';
      const options = field.type === 'choice' || field.type === 'choices' ? field.options.map((o) => o.title) : [];
      return [
        ...judged(at, countable ? [...GUARDS, PETITIONS] : GUARDS, { title: field.title, id: field.id, options }),
        ...(field.type === 'file' && field.required === true ? forcedPhoto(field, at) : []),
      ];
    }),
  ];
}

function forcedPhoto(field: { title: Words; hint?: Words; accept?: string[] }, at: string): Finding[] {
  const named = /照片|图片|截图|拍照|留影|相片/.test(field.title['zh-CN'] + (field.hint?.['zh-CN'] ?? ''));
  const english = /\b(photos?|pictures?|images?|screenshots?|selfies?)\b/i.test(field.title.en);
  const images = field.accept?.every((type) => /image|\.?(jpe?g|png|heic|webp)$/i.test(type)) ?? false;
  if (!named && !english && !images) return [];
  return [
    {
      code: 'fairness',
      at: `${at}/required`,
      words: say('照片不得为必填', 'A photo can never be compulsory'),
      wayOut: say(
        '去掉 required，改由第二人确认（confirmation: village）',
        'Remove required; let a second person confirm (confirmation: village)',
      ),
    },
  ];
}
