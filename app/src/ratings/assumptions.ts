import { type Assumption, assuming, compile, type Pack, type Policy, PolicyError, type Problem } from '@luoshi/engine';
import { invalid } from '../platform/actions/action-error.ts';

/** `joint-office.days=6` sets a parameter, `/steps/2/weighted/parts/0/weight=50` what stands there in the rating. */
function assumptionFrom(text: string, rating: string): Assumption {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at < 1 || value === '') throw unfit(text);
  return name.startsWith('/') ? { rating, at: name, value } : { parameter: name, value };
}

const unfit = (text: string) =>
  invalid('invalid-input', {
    'zh-CN': `“${text}”不是改动。请写成 参数=值，或 /steps/…/weight=值。`,
    en: `"${text}" is no change. Write parameter=value, or /steps/…/weight=value.`,
  });

interface Assumed {
  readonly changes: readonly string[];
  readonly rating: string;
  /** Errors with which the packs are in force. */
  readonly accepted?: readonly Problem[];
}

/**
 * The policy of packs as if some things were otherwise.
 * @throws ActionError `simulation` when a change names nothing, or the rules would not hold together any more
 */
export function assumedPolicy(packs: readonly Pack[], { changes, rating, accepted = [] }: Assumed): Policy {
  const assumptions = changes.map((text) => assumptionFrom(text, rating));
  const known = packs.flatMap(({ parameters }) => parameters.map(({ id }) => id));
  for (const one of assumptions)
    if ('parameter' in one && !known.includes(one.parameter)) throw unknown(one.parameter, known);
  try {
    return compile(assuming(packs, assumptions), accepted);
  } catch (error) {
    if (error instanceof PolicyError) throw unsound(error);
    if (!(error instanceof Error)) throw error;
    throw invalid('simulation', { 'zh-CN': `没有可改之处：${error.message}`, en: error.message });
  }
}

const unknown = (id: string, known: readonly string[]) =>
  invalid('simulation', {
    'zh-CN': `没有参数“${id}”。可改的参数：${known.join('、') || '无'}；规则里直接写的数用 --set /steps/2/item/full=值`,
    en: `There is no parameter “${id}”. Parameters: ${known.join(', ') || 'none'}; a number written in the rule by --set /steps/2/item/full=value`,
  });

function unsound({ problems }: PolicyError) {
  const say = (language: 'zh-CN' | 'en') => problems.map(({ words }) => words[language]).join('; ');
  return invalid(
    'simulation',
    { 'zh-CN': `改动后规则不再成立：${say('zh-CN')}`, en: `With this change the rules no longer hold: ${say('en')}` },
    problems.map(({ path, line, column, code, words, wayOut }) => ({
      field: `${path}:${line}:${column}`,
      rule: code,
      words: { 'zh-CN': `${words['zh-CN']} ${wayOut['zh-CN']}`, en: `${words.en} ${wayOut.en}` },
    })),
  );
}
