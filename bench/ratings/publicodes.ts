import Engine from 'publicodes';
import { names } from './counts.ts';
import { CHECKS, DUTIES, KINDS } from './world.ts';

/** The items, groups and weights of the scheme in another rule language; it has neither grades of a set nor places. */
export function publicodesEngine(): Engine {
  const given = [...names('k', KINDS), ...names('c', CHECKS), ...names('d', DUTIES)];
  const bounded = (valeur: string, plafond: number) => ({ valeur, plancher: 0, plafond });
  const rules: Record<string, unknown> = Object.fromEntries(given.map((name) => [name, 0]));
  for (const name of names('k', KINDS)) rules[`item ${name}`] = bounded(`3 - 0.5 * ${name}`, 3);
  for (const name of names('c', CHECKS))
    rules[`item ${name}`] = { variations: [{ si: `${name} < 1`, alors: 0 }, { sinon: 2 }] };
  for (const name of names('d', DUTIES)) rules[`item ${name}`] = bounded(`5 - 1.2 * manque ${name}`, 5);
  for (const name of names('d', DUTIES)) rules[`manque ${name}`] = { valeur: `4 - ${name}`, plancher: 0 };
  const sum = (prefix: string, count: number) => ({ somme: names(prefix, count).map((name) => `item ${name}`) });
  rules.order = sum('k', KINDS);
  rules.checks = sum('c', CHECKS);
  rules.duties = sum('d', DUTIES);
  rules.score = {
    somme: [`order / ${KINDS * 3} * 50`, `checks / ${CHECKS * 2} * 20`, `duties / ${DUTIES * 5} * 30`],
  };
  return new Engine(rules as never);
}

export function scoreByPublicodes(engine: Engine, counts: Readonly<Record<string, number>>): number {
  engine.setSituation(counts);
  return Number(engine.evaluate('score').nodeValue);
}
