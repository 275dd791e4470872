import type { Finding } from '../problem.ts';
import type { Form } from '../schema/form.ts';
import type { Counts } from '../schema/obligation.ts';
import type { Words } from '../value.ts';
import { say } from '../words.ts';
import { answersProblems } from './answers.ts';
import { dutyVariables } from './entry-place.ts';
import { countedTimeProblems } from './moment-check.ts';
import { namedInProblems } from './named-in.ts';
import { conditionProblems, numberProblems, unknownName } from './problems.ts';
import { type CheckContext, whoKind } from './types.ts';

/** Names, types and reach of one counted form. */
export function countsProblems(part: Counts, at: string, context: CheckContext): Finding[] {
  const { parts } = context;
  const form = parts.forms.get(part.form);
  if (!form) return unknownName('form', part.form, parts.forms, `${at}/form`);
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const variables = dutyVariables(form, parts);
  return [
    ...conditionProblems(part.where, variables, `${at}/where`),
    ...numberProblems(part.worth, variables, `${at}/worth`),
    ...(part.per ? unknownName('field', part.per.distinct, fields, `${at}/per/distinct`) : []),
    ...neverConfirmed(part, form, at),
    ...answersProblems(part, form, at, context),
    ...statesApart(part, at),
    ...countedTimeProblems(part, at, context),
    ...outOfReach(part, form, at, context),
    ...joinedProblems(part, at, context),
  ];
}

/** Entries of before a merger count for organisations, one by one, towards the whole of the period. */
function joinedProblems(
  { predecessors, latest, carries }: Counts,
  at: string,
  { obligation }: CheckContext,
): Finding[] {
  if (predecessors !== 'joined') return [];
  const found = (words: Words, wayOut: Words): Finding[] => [
    { code: 'not-joined', at: `${at}/predecessors`, words, wayOut },
  ];
  if (!('organisations' in obligation.who))
    return found(
      say('只有组织才由合并、拆分而来', 'Only organisations come from others by merger or division'),
      say('删去 predecessors', 'Remove predecessors'),
    );
  if (latest || carries)
    return found(
      say(
        '原各组织的状态各不相同，不能合成一个',
        'Those it came from may each be in another state, and these are not one',
      ),
      say('删去 predecessors，由新组织重新填报', 'Remove predecessors and let the new organisation enter its own'),
    );
  if (obligation.part_period.owes !== 'full')
    return found(
      say(
        '合并前的记录计入整期，中途开始的组织却只办一部分',
        'Entries of before count for the whole period, but an organisation that begins in it owes a part',
      ),
      say(
        '写 part_period: { owes: full }，或删去 predecessors',
        'Write part_period: { owes: full }, or remove predecessors',
      ),
    );
  return [];
}

const statesApart = ({ apart, latest, carries }: Counts, at: string): Finding[] =>
  apart === undefined || !(latest || carries)
    ? []
    : [
        {
          code: 'state-apart',
          at: `${at}/apart`,
          words: say(
            '只计最近一条或沿用期前记录的，没有相隔几天可言',
            'Where the latest entry counts, or one from before the period, none lies apart from another',
          ),
          wayOut: say('删去 apart，或删去 latest、carries', 'Remove apart, or remove latest and carries'),
        },
      ];

const neverConfirmed = (part: Counts, form: Form, at: string): Finding[] =>
  part.confirmed !== true || (form.confirmation ?? 'none') !== 'none'
    ? []
    : [
        {
          code: 'never-met',
          at: `${at}/confirmed`,
          words: say(
            `表单“${form.id}”没有确认人，要求确认的记录永远不会计入`,
            `Nobody confirms entries of “${form.id}”, so none would ever count`,
          ),
          wayOut: say(
            '在表单中写 confirmation: village，或删去 confirmed',
            'Write confirmation: village in the form, or remove confirmed',
          ),
        },
      ];

/** Whether entries of the form can be about what the relation reads. */
function outOfReach({ from_subject = 'same' }: Counts, form: Form, at: string, context: CheckContext): Finding[] {
  if (typeof from_subject === 'object') return namedInProblems(from_subject, form, `${at}/from_subject`, context);
  const { id, subject } = form;
  const { who } = context.obligation;
  const kind = whoKind(who);
  const person = kind === 'holders' || kind === 'members' || kind === 'persons_posted';
  const reachable: Record<typeof from_subject, boolean> = {
    same:
      kind === 'organisations'
        ? meets(subject.organisation, 'organisations' in who ? who.organisations : [])
        : kind === 'postings'
          ? meets(subject.posting, 'postings' in who ? who.postings : [])
          : subject.person === true || meets(subject.posting, 'persons_posted' in who ? who.persons_posted : []),
    organisation: subject.organisation !== undefined,
    'sending-organisation': subject.organisation !== undefined && kind === 'postings',
    'postings-here': subject.posting !== undefined && kind === 'organisations',
    'postings-sent': subject.posting !== undefined && kind === 'organisations',
  };
  if (reachable[from_subject]) return [];
  const nearer =
    kind === 'organisations' && subject.posting !== undefined
      ? 'postings-here'
      : (kind === 'postings' || person) && subject.organisation !== undefined
        ? 'organisation'
        : null;
  return [
    {
      code: 'never-met',
      at: `${at}/form`,
      words: say(
        `表单“${id}”不能为承担该义务的对象填写，义务永远无法完成`,
        `“${id}” cannot be entered for those the duty binds, so the duty can never be met`,
      ),
      wayOut: nearer
        ? say(
            `写明 from_subject: ${nearer}，或在表单 subject 中加入该对象`,
            `Write from_subject: ${nearer}, or add them to the form’s subject`,
          )
        : say('在表单的 subject 中加入该类对象', 'Add them to the subject of the form'),
    },
  ];
}

const meets = (a: readonly string[] | undefined, b: readonly string[]): boolean =>
  a?.some((one) => b.includes(one)) ?? false;
