import { unknownName } from '../duty/problems.ts';
import type { Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import { say } from '../words.ts';
import { isHeld } from './held.ts';
import type { SetPart } from './set.ts';

const NAMING = ['text', 'choice', 'choices', 'subject', 'subjects'];

/** Judges whose entries a set reads. */
export function checkAbout({ form: id, about }: SetPart, at: string, parts: Parts): Finding[] {
  if (about === undefined) return [];
  const form = parts.forms.get(id ?? '');
  if (!form) {
    return [
      {
        code: 'about-entries',
        at: `${at}/about`,
        words: say('只有记录才写 about', 'Only entries are about somebody'),
        wayOut: say('删去 about，或以 form 指定表单', 'Remove about, or name a form with `form`'),
      },
    ];
  }
  if (typeof about === 'string') return [];
  if ('holders' in about) return unknownName('post-kind', about.holders, parts.postKinds, `${at}/about/holders`);
  if (isHeld(about))
    return about.where_it_holds.flatMap((id, i) =>
      unknownName('post-kind', id, parts.postKinds, `${at}/about/where_it_holds/${i}`),
    );
  const fields = new Map(form.fields.map((field) => [field.id, field]));
  const field = fields.get(about.field);
  if (!field) return unknownName('field', about.field, fields, `${at}/about/field`);
  const { names } = about;
  if (typeof names === 'object') {
    const unknown = unknownName('post-kind', names.holders, parts.postKinds, `${at}/about/names/holders`);
    if (unknown.length > 0) return unknown;
  }
  if (NAMING.includes(field.type)) return [];
  return [
    {
      code: 'wrong-kind',
      at: `${at}/about/field`,
      words: say(`“${about.field}”不能写明对象`, `“${about.field}” cannot name a subject`),
      wayOut: say(
        '改用 subject、subjects 字段，或文字、选项字段',
        'Use a field of type subject, subjects, text or choice',
      ),
    },
  ];
}
