import type { Variables } from '../condition.ts';
import { unknownName } from '../duty/problems.ts';
import { cannotBeComputed } from '../kept.ts';
import { judgeExpression } from '../measure/expression.ts';
import { namesOfWho, namesOver } from '../measure/subject-names.ts';
import type { FigureType } from '../measure/types.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Expression } from '../schema/expression.ts';
import type { Rating, Step } from '../schema/rating.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { constructOf } from './constructs.ts';
import { declaredType } from './declared-type.ts';
import { hinted } from './formula-hints.ts';
import { gradeTyped } from './grades.ts';
import { unknownStep } from './not-a-step.ts';
import { checkOther } from './other.ts';
import type { StepChecker } from './types.ts';
import { checkWithin } from './within.ts';

/** What a look at a rating finds: types of its steps, what each needs, and what is wrong. */
export interface Analysis {
  readonly types: ReadonlyMap<string, FigureType>;
  /** Steps each step needs, in the order it names them. */
  readonly needs: ReadonlyMap<string, readonly string[]>;
  readonly findings: readonly Finding[];
}

/** Judges every step in the order of what needs what. A step that needs itself is reported with the way round. */
export function analyse(rating: Rating, parts: Parts): Analysis {
  return new Analyst(rating, parts, { analysts: new Map(), way: [], circle: null }).all();
}

/** A look at something that another pack adds to a step: judged with its names and steps, its findings apart from those of the rating. */
export function analyseAside(
  rating: Rating,
  parts: Parts,
  step: string,
  look: (checker: StepChecker) => void,
): Finding[] {
  const analyst = new Analyst(rating, parts, { analysts: new Map(), way: [], circle: null });
  analyst.all();
  return analyst.aside(step, look);
}

/** What the analysts of one look share: whoever is judged reaches into other ratings, and circles may lead through them. */
interface Team {
  readonly analysts: Map<string, Analyst>;
  /** Steps being judged, outermost first. */
  readonly way: { readonly rating: string; readonly step: string; readonly title: Words }[];
  /** The circle that was just found. */
  circle: Circle | null;
}

type Circle = Pick<Finding, 'words' | 'wayOut'> & {
  /** The ratings it leads through, by id. */
  readonly ratings: readonly string[];
};

/** Stands on the way where it goes on in an earlier period. */
const EARLIER = '(earlier)';

const CONSEQUENCES = '(consequences)';

class Analyst {
  readonly #rating: Rating;
  readonly #parts: Parts;
  readonly #names: Variables;
  readonly #places: ReadonlyMap<string, { readonly step: Step; readonly at: string }>;
  readonly #types = new Map<string, FigureType | null>();
  readonly #needs = new Map<string, Set<string>>();
  readonly #findings: Finding[] = [];
  readonly #team: Team;

  constructor(rating: Rating, parts: Parts, team: Team) {
    this.#team = team;
    team.analysts.set(rating.id, this);
    this.#rating = rating;
    this.#parts = parts;
    this.#names = namesOfWho(rating.of, parts);
    const places = new Map<string, { readonly step: Step; readonly at: string }>();
    rating.steps.forEach((step, i) => {
      if (!places.has(step.id)) places.set(step.id, { step, at: `/steps/${i}` });
    });
    this.#places = places;
  }

  all(): Analysis {
    for (const { id } of this.#rating.steps) this.#judge(id);
    this.#judgeConsequences();
    const sound = [...this.#types].filter((entry): entry is [string, FigureType] => entry[1] !== null);
    return {
      types: new Map(sound),
      needs: new Map([...this.#needs].map(([id, needed]) => [id, [...needed]])),
      findings: this.#findings,
    };
  }

  aside(step: string, look: (checker: StepChecker) => void): Finding[] {
    const findings: Finding[] = [];
    look(this.#checker(step, this.#names, findings));
    return findings;
  }

  #judge(id: string): FigureType | null {
    const known = this.#types.get(id);
    const place = this.#places.get(id);
    if (known !== undefined || !place) return known ?? null;
    this.#needs.set(id, new Set());
    this.#team.way.push({ rating: this.#rating.id, step: id, title: this.#titled(id) });
    const { construct, part } = constructOf(place.step);
    const checker = this.#checker(id);
    const before = this.#findings.length;
    const found = construct.check(part, `${place.at}/${construct.key}`, checker) ?? this.#meant(id, before);
    const type = found && gradeTyped(found, this.#rating);
    this.#applies(place.step, `${place.at}/applies`, checker);
    this.#team.way.pop();
    this.#types.set(id, type);
    return type;
  }

  /** What a step is meant to give, of which nothing was found but numbers and the like that would not be accepted. */
  #meant(id: string, before: number): FigureType | null {
    const errors = this.#findings.slice(before).filter(({ severity = 'error' }) => severity === 'error');
    return errors.length === 0 || errors.some(cannotBeComputed) ? null : declaredType(this.#rating, id);
  }

  /** What consequences need is needed by nobody else: it stands under a name no step can have. */
  #judgeConsequences(): void {
    const { consequences } = this.#rating;
    if (!consequences) return;
    this.#needs.set(CONSEQUENCES, new Set());
    const checker = this.#checker(CONSEQUENCES);
    consequences.forEach(({ when }, i) => checker.judgement(when, `/consequences/${i}/when`));
  }

  #applies({ applies }: Step, at: string, checker: StepChecker): void {
    if (!applies) return;
    checker.judgement(applies.when, `${at}/when`);
    const { otherwise } = applies;
    if (typeof otherwise !== 'object') return;
    if ('value' in otherwise) checker.any(otherwise.value, `${at}/otherwise/value`);
    else checkWithin(otherwise.peers_mean, `${at}/otherwise/peers_mean`, checker);
  }

  #checker(from: string, names = this.#names, into = this.#findings): StepChecker {
    const add = (finding: Finding): void => void into.push(finding);
    const step = (id: string, at: string): FigureType | null => this.#reach(from, id, at, into);
    const any = (expression: Expression, at: string): FigureType | null => {
      const { type, findings } = judgeExpression(expression, at, this.#parts, null, step, names, checker.other);
      into.push(...findings.map((finding) => hinted(finding, expression, this.#rating)));
      return type;
    };
    const ofKind = (kind: FigureType['kind']) => (expression: Expression, at: string) => {
      const type = any(expression, at);
      if (!type || type.kind === kind) return type;
      add(wrongKind(kind, at));
      return null;
    };
    const checker: StepChecker = {
      parts: this.#parts,
      rating: this.#rating,
      names,
      add,
      step,
      other: (named, at, sameTime) => checkOther(named, at, sameTime, checker),
      elsewhere: (id, one, at, sameTime) => this.#other(id, one, at, sameTime, into),
      any,
      number: ofKind('number'),
      judgement: ofKind('boolean'),
      scale: (id, at) => {
        const scales = new Map((this.#rating.scales ?? []).map((scale) => [scale.id, scale]));
        for (const finding of unknownName('scale', id, scales, at)) add(finding);
        return scales.get(id) ?? null;
      },
      over: (within) => this.#checker(from, namesOver(within, this.#names, this.#parts), into),
      aside: () => this.#checker(from, names, []),
    };
    return checker;
  }

  #reach(from: string, id: string, at: string, into: Finding[]): FigureType | null {
    into.push(...unknownStep(id, this.#places, at, this.#rating, this.#parts));
    if (!this.#places.has(id)) return null;
    this.#needs.get(from)?.add(id);
    const closes = this.#isOnTheWay(id);
    const type = this.#typeOf(id);
    if (closes) this.#tellCircle(at, into);
    return type;
  }

  #isOnTheWay(id: string): boolean {
    return this.#team.way.some(({ rating, step }) => rating === this.#rating.id && step === id);
  }

  /** The type of a step; null, with the circle, when it is being judged already. */
  #typeOf(id: string): FigureType | null {
    if (!this.#isOnTheWay(id)) return this.#judge(id);
    const { way } = this.#team;
    const round = way.slice(way.findIndex(({ rating, step }) => rating === this.#rating.id && step === id));
    const through = round.filter(({ rating }) => rating !== EARLIER);
    const titles = [...through.map(({ title }) => title), this.#titled(id)];
    const line = say(titles.map((one) => one['zh-CN']).join(' → '), titles.map((one) => one.en).join(' → '));
    const ratings = [...new Set(through.map(({ rating }) => rating))].sort();
    if (through.length === round.length) this.#team.circle = { ratings, ...itself(line) };
    else if (through.some(({ rating }) => this.#parts.ratings.get(rating)?.since !== undefined)) {
      this.#team.circle = null;
      return declaredType(this.#rating, id);
    } else this.#team.circle = { ratings, ...endless(line) };
    return null;
  }

  /** The type of a step of another rating; of an earlier period it may be one that is being judged. */
  #other(id: string, step: string, at: string, sameTime: boolean, into: Finding[]): FigureType | null {
    const { analysts, way } = this.#team;
    const rating = this.#parts.ratings.get(id);
    if (!rating) return null;
    if (!sameTime && way.some((one) => one.rating === id)) return declaredType(rating, step);
    const analyst = analysts.get(id) ?? new Analyst(rating, this.#parts, this.#team);
    this.#team.circle = null;
    if (!sameTime) way.push({ rating: EARLIER, step: '', title: say('', '') });
    const type = analyst.#typeOf(step);
    if (!sameTime) way.pop();
    this.#tellCircle(at, into);
    return type;
  }

  /** A circle is told once, by the first of the ratings it leads through, though each of them finds it, and those that read them. */
  #tellCircle(at: string, into: Finding[]): void {
    const { circle } = this.#team;
    if (!circle) return;
    const { words, wayOut, ratings } = circle;
    const name = `circle ${ratings.join(' ')}`;
    const told = ratings[0] === this.#rating.id ? { causes: name } : { because: name };
    into.push({ code: 'circular', at, words, wayOut, ...told });
  }

  #titled(id: string) {
    const { 'zh-CN': zh, en } = this.#places.get(id)?.step.title ?? say(id, id);
    return say(`“${zh}”(${id})`, `“${en}” (${id})`);
  }
}

const itself = (line: Words): Pick<Circle, 'words' | 'wayOut'> => ({
  words: say(`步骤需要自身：${line['zh-CN']}`, `The step needs itself: ${line.en}`),
  wayOut: say('去掉其中一个引用', 'Remove one of these references'),
});

/** A step that comes to need itself in an earlier period, with no day from which on there is a rating. */
const endless = (line: Words): Pick<Circle, 'words' | 'wayOut'> => ({
  words: say(
    `步骤逐期取更早一期的自身，没有起点：${line['zh-CN']}`,
    `The step needs itself in ever earlier periods, without a beginning: ${line.en}`,
  ),
  wayOut: say('在其中一个办法写 since: 2026-01-01', 'Write since: 2026-01-01 in one of these ratings'),
});

const wrongKind = (kind: FigureType['kind'], at: string): Finding => ({
  code: 'wrong-kind',
  at,
  words:
    kind === 'number'
      ? say('此处需要数字', 'A number is needed here')
      : say('此处需要“是/否”', 'Yes or no is needed here'),
  wayOut:
    kind === 'number'
      ? say('写数字、公式或得出数字的步骤', 'Write a number, a formula or a step that gives a number')
      : say('写条件，如 late >= 2', 'Write a condition, e.g. late >= 2'),
});
