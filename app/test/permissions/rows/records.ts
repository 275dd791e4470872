import { villageDay } from '../place.ts';
import type { Row } from '../row.ts';

const FORM = 'village-day';
const REASON = '登记有误';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n').toString('base64');

export const recordRows = {
  'documents.store': { inside: () => ({ file: PDF, name: '会议记录.pdf' }) },
  'documents.fetch': {
    // Nobody has stored it: what is not there and what is not theirs look the same.
    inside: () => ({ sha256: '0'.repeat(64) }),
    outside: () => ({ sha256: '0'.repeat(64) }),
  },
  'records.forms': { inside: () => ({}) },
  'records.subjects': { inside: () => ({ form: FORM }) },
  'records.enter': {
    inside: (at, make) => entered(make.id(), at.posting),
    outside: (away, make) => entered(make.id(), away.posting),
    refusal: 'form-role',
  },
  'records.correct': {
    inside: async (at, make) => ({
      id: make.id(),
      entry: await make.entry(at.posting),
      data: villageDay,
      reason: REASON,
    }),
    outside: async (away, make) => ({
      id: make.id(),
      entry: await make.entry(away.posting),
      data: villageDay,
      reason: REASON,
    }),
  },
  'records.withdraw': {
    inside: async (at, make) => ({ id: make.id(), entry: await make.entry(at.posting), reason: REASON }),
    outside: async (away, make) => ({ id: make.id(), entry: await make.entry(away.posting), reason: REASON }),
  },
  'records.confirm': {
    inside: async (at, make) => ({ id: make.id(), entry: await make.entry(at.posting), outcome: 'confirmed' }),
    outside: async (away, make) => ({ id: make.id(), entry: await make.entry(away.posting), outcome: 'confirmed' }),
  },
  'records.get': {
    inside: async (at, make) => ({ id: await make.entry(at.posting) }),
    outside: async (away, make) => ({ id: await make.entry(away.posting) }),
  },
  'records.list': {
    inside: (at) => ({ subject: at.posting }),
    outside: (away) => ({ subject: away.posting }),
    answers: 'nothing',
  },
  'records.pending-confirmations': { inside: () => ({}) },
  'records.template': { inside: () => ({ form: FORM }) },
  'records.export': {
    inside: (at) => ({ form: FORM, subject: at.posting, format: 'csv' }),
    outside: (away) => ({ form: FORM, subject: away.posting, format: 'csv' }),
    answers: 'nothing',
  },
  'records.check-import': { inside: () => sheet('check') },
  'records.import-errors': { inside: () => sheet('errors') },
  'records.import': { inside: (_at, make) => ({ id: make.id(), ...sheet('import') }) },
  // The progress of one's own imports alone is told; another's is as if it were not.
  'records.import-progress': { inside: (_at, make) => ({ id: make.id() }) },
} satisfies Record<string, Row>;

const entered = (id: string, posting: string) => ({
  id,
  form: FORM,
  data: villageDay,
  subject: { kind: 'posting', id: posting },
});

const sheet = (name: string) => ({
  form: FORM,
  file: Buffer.from(`没有,这样,的列\n${name},1,2\n`).toString('base64'),
  fileName: `${name}.csv`,
});
