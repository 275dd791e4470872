import { refuse } from '../condition/error.ts';

/** Names what a formula cannot hold, and what it can. @throws ConditionError */
export function refuseFormula(offset: number, construct: string): never {
  return refuse(
    offset,
    `公式不支持“${construct}”`,
    `“${construct}” is not part of the formula language`,
    '可用：+ - * / ( ) == != < <= > >= && || ! ?: 以及 param("…") measure("…") attr("…") subject.kind parent.name period.end as_of days_between(a, b) round(x, 位数, "half-up") min max known(x) known_or(x, y) applies(x) applies_or(x, y) full(step) holding(a, b) holds("post", "last-day") published("rating", "grade", "latest") served("months", "full") yuan(50)',
    'Available: + - * / ( ) == != < <= > >= && || ! ?: and param("…") measure("…") attr("…") subject.kind parent.name period.end as_of days_between(a, b) round(x, decimals, "half-up") min max known(x) known_or(x, y) applies(x) applies_or(x, y) full(step) holding(a, b) holds("post", "last-day") published("rating", "grade", "latest") served("months", "full") yuan(50)',
  );
}
