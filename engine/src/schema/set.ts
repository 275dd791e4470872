import { Condition, closed, FieldId, Id, type Static, Type } from './common.ts';
import { Duration } from './duration.ts';

/** Which days a set reads, seen from the period it is worked out for. */
export const During = Type.Union(
  [
    Type.Literal('period'),
    Type.Literal('to-date'),
    Type.Literal('previous-period'),
    Type.Literal('previous-year'),
    Type.Object({ last: Duration }, closed),
    Type.Object({ after: Duration }, closed),
    Type.Object({ with_after: Duration }, closed),
  ],
  {
    description:
      'Days it reads; the period when absent. `to-date`: everything up to the day, at most to the end of the period. `previous-period`: the one before. `previous-year`: the same days a year earlier. `last`: the months up to the day, at most to the end of the period. `after`: the days after the end of the period, `with_after`: the period and those.',
  },
);

/** Whose entries a set reads, seen from the subject it is worked out for. */
export const About = Type.Union(
  [
    Type.Literal('self'),
    Type.Literal('organisation'),
    Type.Literal('people'),
    Type.Literal('below'),
    Type.Literal('postings'),
    Type.Literal('sent'),
    Type.Literal('members'),
    Type.Object({ holders: Id }, closed),
    Type.Object({ field: FieldId }, closed),
  ],
  {
    description:
      'Whose entries; the subject’s own and its organisation’s when absent. `self`: about exactly the subject. `organisation`: about the organisation it belongs to. `people`: about those who were members, held a post or were posted there on the day of the entry. `below`: about organisations at or below it and their people. `postings`, `sent`: about those posted there, or sent by it. `members`: about its members. `holders`: about those who held this post there. `field`: whoever the entry is about, when this field names the subject by id or name.',
  },
);

/** A set to aggregate over: entries of a form, or subjects of a kind, below the measure's unit. */
export const set = {
  form: Type.Optional(Id),
  postings: Type.Optional(Id),
  organisations: Type.Optional(Id),
  holders: Type.Optional(Id),
  members: Type.Optional(Type.Literal(true)),
  where: Type.Optional(Condition),
  during: Type.Optional(During),
  about: Type.Optional(About),
};

/** Entries of one form that a step of a rating reads one by one. */
export const entrySet = {
  form: Id,
  where: set.where,
  during: set.during,
  about: set.about,
};

export type During = Static<typeof During>;
export type About = Static<typeof About>;
