import { subjectType } from '../duty/binding.ts';
import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Adaptation, AddsToForm } from '../schema/adaptation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { looserIn } from './tighter.ts';

/** What a local pack changes of packs above it: whether it is there, and whether they leave it open. */
export function adaptationProblems(kind: PartKind, id: string, parts: Parts): Finding[] {
  const part = kind === 'adaptation' ? parts.adaptations.get(id) : undefined;
  if (!part) return [];
  if ('form' in part) return [...ofForm(part, parts), ...fromAbove('form', part.form, '/form', id, parts)];
  const [duty, at] = 'replaces' in part ? [part.replaces, '/replaces'] : [part.lifts, '/lifts'];
  const unknown = unknownName('obligation', duty, parts.obligations, at);
  if (unknown.length > 0) return unknown;
  return [...fromAbove('obligation', duty, at, id, parts), ...ofDuty(part, duty, parts)];
}

function ofForm({ form: id, fields = [], options = [] }: AddsToForm, parts: Parts): Finding[] {
  const form = parts.forms.get(id);
  if (!form) return unknownName('form', id, parts.forms, '/form');
  if (form.locally === 'fixed') return [refused('/form', form.title)];
  const byId = new Map(form.fields.map((field) => [field.id, field]));
  const wrong = options.flatMap(({ field }, i): Finding[] => {
    const type = byId.get(field)?.type;
    if (type === undefined) return unknownName('field', field, byId, `/options/${i}/field`);
    return type === 'choice' || type === 'choices' ? [] : [noChoice(field, `/options/${i}/field`)];
  });
  return fields.length + options.length > 0 ? wrong : [...wrong, NOTHING_ADDED];
}

function ofDuty(part: Exclude<Adaptation, AddsToForm>, id: string, parts: Parts): Finding[] {
  const duty = parts.obligations.get(id);
  if (!duty) return [];
  const { locally = 'tightened', title } = duty;
  if ('lifts' in part) {
    const wrong = conditionProblems(part.for, { subject: subjectType(duty.who, parts) }, '/for');
    return locally === 'lifted' ? wrong : [...wrong, refused('/lifts', title)];
  }
  if (locally === 'fixed') return [refused('/replaces', title)];
  const local = parts.obligations.get(part.by);
  if (!local) return unknownName('obligation', part.by, parts.obligations, '/by');
  const looser = locally === 'tightened' ? looserIn(local, duty) : [];
  return looser.length === 0 ? [] : [looserThan(looser, title)];
}

/** Only what a pack this one builds on has can be changed; own parts are simply written otherwise. */
function fromAbove(kind: 'form' | 'obligation', id: string, at: string, own: string, parts: Parts): Finding[] {
  const [above, here] = [parts.ruleOf(kind, id).pack, parts.ruleOf('adaptation', own).pack];
  if (above === '' || (above !== here && parts.buildsOn(here, above))) return [];
  if (above === here) {
    return [
      {
        code: 'own-part',
        at,
        words: say(`“${id}”就在本包里`, `“${id}” is a part of this very pack`),
        wayOut: say('直接改写它', 'Write it otherwise where it stands'),
      },
    ];
  }
  return [
    {
      code: 'not-above',
      at,
      words: say(
        `“${id}”在包“${above}”里，本包没有建立在其上`,
        `“${id}” belongs to “${above}”, on which this pack does not build`,
      ),
      wayOut: say(`在 pack.yaml 的 depends_on 写上 ${above}`, `Name ${above} under depends_on in pack.yaml`),
    },
  ];
}

const refused = (at: string, { 'zh-CN': zh, en }: Words): Finding => ({
  code: 'not-open',
  at,
  words: say(`上级没有许可改动“${zh}”`, `The pack above does not leave “${en}” open to this`),
  wayOut: say(
    '删去这一条，或请上级在其上写 locally: replaced、lifted 或 extended',
    'Remove it, or ask the upper authority to write locally: replaced, lifted or extended there',
  ),
});

const looserThan = (keys: readonly string[], { 'zh-CN': zh, en }: Words): Finding => ({
  code: 'looser-than-above',
  at: '/by',
  words: say(
    `只许从严另定“${zh}”，而 ${keys.join('、')} 放宽了，或看不出从严`,
    `“${en}” may only be tightened; ${keys.join(', ')} is looser, or cannot be told to be no looser`,
  ),
  wayOut: say(
    '周期不长于、数量不少于、宽限不长于原职责，计入的记录不宽于原条件（原条件 && 另加条件）；确需放宽的请上级写 locally: replaced',
    'No rarer, no less, no longer grace, and only entries that counted before (the condition above && more); to loosen it the upper authority must write locally: replaced',
  ),
});

const noChoice = (field: string, at: string): Finding => ({
  code: 'no-options',
  at,
  words: say(`字段“${field}”不是选择题`, `The field “${field}” is not one that chooses`),
  wayOut: say('只能给 choice、choices 加选项', 'Options can be added to choice and choices only'),
});

const NOTHING_ADDED: Finding = {
  code: 'nothing-added',
  at: '/form',
  words: say('没有加填任何内容', 'Nothing is asked in addition'),
  wayOut: say('写 fields 或 options', 'Write fields or options'),
};
