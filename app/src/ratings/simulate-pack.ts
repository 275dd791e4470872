import { compile, loadPack } from '@luoshi/engine';
import { defineRead } from '../platform/actions/action.ts';
import { invalid } from '../platform/actions/action-error.ts';
import { closed, Day, Type } from '../platform/actions/schema.ts';
import { assumedPolicy } from './assumptions.ts';
import { assertRated, packsOfPeriod } from './rated-world.ts';
import { compared, simulationOutput, withPack } from './simulate-rating.ts';

/** The command line's own: a pack folder that is not in force, against the rules that are. It has no route: folders are local. */
export const simulatePack = defineRead({
  id: 'packs.simulate',
  title: { 'zh-CN': '试用制度包', en: 'Try a pack' },
  about: {
    'zh-CN': '用辖区的真实记录比较一个未生效的制度包与现行规则。',
    en: 'Compares a pack that is not in force with the rules that are, on the jurisdiction’s real entries.',
  },
  input: Type.Object(
    {
      files: Type.Array(Type.Object({ path: Type.String(), text: Type.String() }, closed)),
      rating: Type.String(),
      period: Type.String(),
      set: Type.Array(Type.String()),
      asOf: Type.Optional(Day()),
    },
    closed,
  ),
  output: simulationOutput,
  errors: ['no-pack', 'simulation', 'pack-problems'],
  mayBeDoneBy: ['county-officer', 'administrator'],
  async run({ files, set, asOf, ...asked }, { tx, scope, today }) {
    const question = { ...asked, asOf: asOf ?? today };
    const { pack, problems } = loadPack(files);
    if (!pack) {
      const say = (language: 'zh-CN' | 'en') => problems.map(({ words }) => words[language]).join('; ');
      throw invalid('pack-problems', { 'zh-CN': say('zh-CN'), en: say('en') });
    }
    const packs = await packsOfPeriod(tx, question);
    const before = compile(packs);
    const after = assumedPolicy(withPack(packs, pack), set, question.rating);
    assertRated(after, question.rating, question.period);
    assertRated(before, question.rating, question.period);
    return compared(tx, scope, question, { before, after });
  },
});
