import type { Language, RatingGraph } from '@luoshi/engine';
import type { Command } from 'commander';
import { invalid } from '../platform/actions/action-error.ts';
import { graphMermaid, graphText } from './graph-text.ts';
import { languageOption } from './language-option.ts';
import { policyOfFolder } from './load-family.ts';

interface Options {
  readonly rating?: string;
  readonly json?: boolean;
  readonly mermaid?: boolean;
  readonly language: Language;
}

/** Adds `luoshi pack graph`: the order in which a rating is worked out, as text, JSON or Mermaid. */
export function addGraphCommand(command: Command): void {
  command
    .command('graph <folder>')
    .description('评分办法的计算次序：每一步需要什么 · order of evaluation of ratings: what each step needs')
    .option('--rating <id>', '只看这个评分办法 · only this rating')
    .option('--json', 'JSON')
    .option('--mermaid', 'Mermaid flowchart')
    .option('--text', '文字（默认） · text (the default)')
    .addOption(languageOption())
    .action(async (folder: string, options: Options) => {
      const graphs = await graphsOf(folder, options.rating);
      process.stdout.write(`${rendered(graphs, options)}\n`);
    });
}

async function graphsOf(folder: string, rating: string | undefined): Promise<RatingGraph[]> {
  const policy = await policyOfFolder(folder);
  const ids = [...policy.ratings.keys()];
  if (ids.length === 0) throw invalid('rating', say(`${folder} 没有评分办法`, `${folder} holds no rating`));
  if (rating !== undefined && !policy.ratings.has(rating)) {
    const zh = `没有评分办法“${rating}”；有：${ids.join('、')}`;
    throw invalid('rating', say(zh, `There is no rating "${rating}"; there are: ${ids.join(', ')}`));
  }
  return (rating === undefined ? ids : [rating]).map((id) => policy.ratingGraph(id));
}

const say = (zh: string, en: string) => ({ 'zh-CN': zh, en });

function rendered(graphs: readonly RatingGraph[], { json, mermaid, language }: Options): string {
  if (json) return JSON.stringify(graphs, null, 2);
  return graphs.map((graph) => (mermaid ? graphMermaid : graphText)(graph, language)).join('\n\n');
}
