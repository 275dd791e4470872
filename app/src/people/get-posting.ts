import { defineRead } from '../platform/actions/action.ts';
import { closed, PathId, Type } from '../platform/actions/schema.ts';
import { READING } from './person-schema.ts';
import { getPostingLine } from './posting-reader.ts';
import { PostingSchema } from './posting-schema.ts';

export const getPosting = defineRead({
  id: 'postings.get',
  title: { 'zh-CN': '查看派驻', en: 'Look at a posting' },
  about: {
    'zh-CN': '一次派驻：谁、派出单位、到哪里、起止日期。',
    en: 'One posting: who, sent by whom, where, from when to when.',
  },
  input: Type.Object({ id: PathId('The posting.') }, closed),
  output: PostingSchema,
  errors: [],
  mayBeDoneBy: READING,
  run: ({ id }, { tx, scope }) => getPostingLine(tx, scope, id),
});
