import { conditionProblems, unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Assignment } from '../schema/pack.ts';
import { say } from '../words.ts';
import { postsOf, SETS, setOf } from './posts.ts';
import { organisationNames } from './variables.ts';

/** Whom a rule is about: exactly one set, of kinds and posts that exist, where what it asks has a meaning. */
export function whomProblems(assignment: Assignment, parts: Parts): Finding[] {
  const set = setOf(assignment);
  if (set === null) {
    return [
      {
        code: 'one-set',
        at: '',
        words: say(
          '规则须且只能关于一种人：派驻、任职的人或成员',
          'A rule is about exactly one: postings, holders of posts, or members',
        ),
        wayOut: say(`在 ${SETS.join('、')} 中只写一个`, `Write only one of ${SETS.join(', ')}`),
      },
    ];
  }
  const kinds = (key: 'of' | 'members'): Finding[] =>
    (assignment[key] ?? []).flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `/${key}/${i}`),
    );
  return [
    ...(assignment.postings === undefined
      ? []
      : unknownName('posting-kind', assignment.postings, parts.postingKinds, '/postings')),
    ...postsOf(assignment).flatMap((post, i) =>
      unknownName(
        'post-kind',
        post,
        parts.postKinds,
        typeof assignment.holders === 'string' ? '/holders' : `/holders/${i}`,
      ),
    ),
    ...kinds('of'),
    ...kinds('members'),
    ...((set === 'holders') === (assignment.of !== undefined) ? [] : [ofProblem(set)]),
    ...(set === 'members'
      ? (['vacant', 'stay'] as const).filter((key) => assignment[key] !== undefined).map(notOfMembers)
      : []),
  ];
}

const ofProblem = (set: NonNullable<ReturnType<typeof setOf>>): Finding =>
  set === 'holders'
    ? {
        code: 'no-base',
        at: '/holders',
        words: say('没有写明在哪些类组织任职', 'It is not said in which kinds of organisations the posts are held'),
        wayOut: say('写 of: [ … ]', 'Add of: [ … ]'),
      }
    : {
        code: 'no-base',
        at: '/of',
        words: say('of 只用于 holders', 'Only holders take `of`'),
        wayOut: say('删去 of', 'Remove of'),
      };

const notOfMembers = (key: 'vacant' | 'stay'): Finding => ({
  code: 'never-met',
  at: `/${key}`,
  words: say('成员没有职务，谈不上空缺和任期', 'Members hold no post that could stand empty or be held too long'),
  wayOut: say('改用 holders 或 postings', 'Use holders or postings'),
});

/** Posts that the rule is not about, and organisations that do not exist. */
export function vacantProblems({ vacant, ...assignment }: Assignment, parts: Parts): Finding[] {
  if (!vacant) return [];
  const posts = new Map(postsOf(assignment).map((post) => [post, post]));
  const { kinds = [], where } = vacant.among ?? {};
  return [
    ...(vacant.posts ?? []).flatMap((post, i) => unknownName('post-kind', post, posts, `/vacant/posts/${i}`)),
    ...kinds.flatMap((kind, i) =>
      unknownName('organisation-kind', kind, parts.organisationKinds, `/vacant/among/kinds/${i}`),
    ),
    ...conditionProblems(where, organisationNames('organisation', kinds, parts), '/vacant/among/where'),
  ];
}

/** A form about persons, with a field that names persons. */
export function apartProblems({ apart }: Assignment, parts: Parts): Finding[] {
  if (!apart) return [];
  const form = parts.forms.get(apart.form);
  if (!form) return unknownName('form', apart.form, parts.forms, '/apart/form');
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const field = fields.get(apart.field);
  if (!field) return unknownName('field', apart.field, fields, '/apart/field');
  const names = (field.type === 'subject' || field.type === 'subjects') && field.of.person === true;
  if (form.subject.person === true && names) return [];
  return [
    {
      code: 'not-about-persons',
      at: names ? '/apart/form' : '/apart/field',
      words: say(
        `“${apart.form}”的“${apart.field}”不是一个人点名另一个人`,
        `“${apart.field}” of “${apart.form}” does not name one person in an entry about another`,
      ),
      wayOut: say(
        '表单写 subject: { person: true }，字段写 type: subjects, of: { person: true }',
        'Let the form have subject: { person: true } and the field type: subjects, of: { person: true }',
      ),
    },
  ];
}
