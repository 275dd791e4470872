import type { Explanation, FactRef, RuleRef } from './explanation.ts';
import type { Period } from './standing.ts';
import type { Language } from './value.ts';
import { formatValue, worthShown } from './value-json.ts';

/** An explanation as indented text: one step a line, its rule, facts and operands below it. */
export function renderExplanation(explanation: Explanation, language: Language): string {
  return linesOf(explanation, language).join('\n');
}

function linesOf(step: Explanation, language: Language): string[] {
  const colon = language === 'zh-CN' ? '：' : ': ';
  const head =
    step.construct === 'standing'
      ? step.words[language]
      : `${step.words[language]}${colon}${step.shown?.[language] ?? formatValue(step.result, step.unit, language)}`;
  const below = [
    ...(step.rule ? [ruleLine(step.rule, language)] : []),
    ...(step.period ? [periodLine(step.period, language)] : []),
    ...(step.facts ?? []).map((fact) => factLine(fact, language)),
    ...(step.children ?? []).flatMap((child) => linesOf(child, language)),
  ];
  return [head, ...below.map((line) => `  ${line}`)];
}

function ruleLine(rule: RuleRef, language: Language): string {
  const zh = language === 'zh-CN';
  const where = [rule.document, rule.clause].filter((part) => part !== undefined).join(zh ? '，' : ', ');
  const version = `${rule.pack} ${rule.version}`;
  return `${zh ? '依据：' : 'Rule: '}${[where, version].filter((part) => part.trim() !== '').join(zh ? '，' : ', ')}`;
}

const periodLine = ({ key, start, end }: Period, language: Language): string =>
  language === 'zh-CN' ? `期间：${key}（${start} 至 ${end}）` : `Period: ${key} (${start} to ${end})`;

function factLine(fact: FactRef, language: Language): string {
  const zh = language === 'zh-CN';
  const said = zh
    ? `${fact.date} ${fact.formTitle?.[language] ?? fact.form}，${fact.recordedBy} 于 ${fact.recordedOn} 记录`
    : `${fact.date} ${fact.formTitle?.[language] ?? fact.form}, recorded by ${fact.recordedBy} on ${fact.recordedOn}`;
  const confirmed =
    fact.confirmedBy === undefined ? '' : zh ? `，${fact.confirmedBy} 确认` : `, confirmed by ${fact.confirmedBy}`;
  const counted = fact.worth === undefined ? null : worthShown(fact.worth);
  const worth = counted === null ? '' : zh ? `，计 ${counted}` : `, counts ${counted}`;
  const note = fact.note === undefined ? '' : zh ? `（${fact.note['zh-CN']}）` : ` (${fact.note.en})`;
  return `· ${said}${confirmed}${worth}${note}`;
}
