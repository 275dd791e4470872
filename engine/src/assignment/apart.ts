import { idsNamed } from '../entry/ids-named.ts';
import { say } from '../words.ts';
import { type Case, type Found, named, organisationName } from './case.ts';
import { acceptedOn } from './exemption.ts';

/** Organisations in which two serve who must keep apart: an accepted entry about one names the other. */
export function together(known: Case): Found[] {
  const { assignment, parts, index, asOf, serving } = known;
  const rule = assignment.apart;
  if (!rule) return [];
  const mustConfirm = (parts.forms.get(rule.form)?.confirmation ?? 'none') !== 'none';
  const pairs = new Set<string>();
  for (const fact of index.facts(rule.form)) {
    if (fact.subject.kind !== 'person' || !acceptedOn(fact, asOf, mustConfirm)) continue;
    for (const other of idsNamed(fact.data[rule.field])) {
      pairs.add(`${fact.subject.id} ${other}`);
      pairs.add(`${other} ${fact.subject.id}`);
    }
  }
  return [...Map.groupBy(serving, ({ organisation }) => organisation)].flatMap(([organisation, group]) => {
    const people = [...new Set(group.map(({ person }) => person))];
    return people.flatMap((one, i) =>
      people
        .slice(i + 1)
        .filter((other) => pairs.has(`${one} ${other}`))
        .map((other): Found => {
          const [a, b] = [one, other].map((id) => index.persons.get(id)?.name ?? id);
          const words = say(`${rule.message['zh-CN']}（${a}、${b}）`, `${rule.message.en} (${a}, ${b})`);
          return {
            subject: { kind: 'organisation', id: organisation },
            words: named(organisationName(organisation, index), words),
          };
        }),
    );
  });
}
