import type { Adaptation, Form, Manifest, Measure, Obligation, Parameter, Rating } from '@luoshi/engine';
import { Link, useParams } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { paths } from '../../paths.ts';
import type { OutputOf } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { type Part, PartList } from './PartList.tsx';
import './packs.css';

type Pack = OutputOf<'packs.get'>;

/** One version of a pack as people read it: duties, forms, measures, ratings and parameters with their sources, and the text. */
export function PackPage() {
  const { hash = '' } = useParams({ strict: false });
  const found = useAction('packs.get', { hash });
  return <Loaded of={found}>{(pack) => <Opened key={hash} pack={pack} />}</Loaded>;
}

function Opened({ pack }: { readonly pack: Pack }) {
  const { pick, say } = useSpeech();
  const manifest = pack.manifest as Manifest;
  const lists: readonly (readonly [string, string, readonly Part[]])[] = [
    ['duties', say('packs.duties'), (pack.obligations as Obligation[]).map(whose)],
    ['forms', say('packs.forms'), (pack.forms as Form[]).map(withFields)],
    ['adaptations', say('packs.adaptations'), pack.adaptations as Adaptation[]],
    ['measures', say('packs.measures'), pack.measures as Measure[]],
    ['ratings', say('packs.ratings'), (pack.ratings as Rating[]).map(withSteps)],
    ['values', say('packs.values'), (pack.parameters as Parameter[]).map((one) => withValue(one, pack.units))],
  ];
  const tabs = lists
    .filter(([, , parts]) => parts.length > 0)
    .map(([key, label, parts]) => ({
      key,
      label: `${label} ${parts.length}`,
      children: <PartList parts={parts} />,
    }));
  const spans = pack.inForce.map(({ from, to }) => `${from} – ${to ?? say('packs.open')}`).join('、');
  return (
    <Page
      title={pick(manifest.title)}
      width="reading"
      back={<Link to={paths.packs()}>‹ {say('shell.packs')}</Link>}
      lead={`${manifest.version} · ${pick(manifest.authority)} · ${spans}`}
    >
      <Section>
        <Tabs items={[...tabs, { key: 'files', label: say('packs.files'), children: <Files files={pack.files} /> }]} />
      </Section>
    </Page>
  );
}

const whose = ({ responsible, ...duty }: Obligation): Part => ({
  ...duty,
  ...(responsible ? { detail: responsible } : {}),
});

function withFields(form: Form): Part {
  const names = (language: 'zh-CN' | 'en', comma: string) =>
    form.fields.map((field) => field.title[language]).join(comma);
  return { ...form, detail: { 'zh-CN': names('zh-CN', '、'), en: names('en', ', ') } };
}

const withSteps = ({ steps, ...rating }: Rating): Part => ({
  ...rating,
  detail: {
    'zh-CN': steps.map(({ title }) => title['zh-CN']).join('、'),
    en: steps.map(({ title }) => title.en).join(', '),
  },
});

/** The latest value; a masked one is said to be not set. */
function withValue(parameter: Parameter, units: Pack['units']): Part {
  const [day, value] = Object.entries(parameter.values).sort(([a], [b]) => b.localeCompare(a))[0] ?? ['', null];
  const unit = units[parameter.unit] ?? { 'zh-CN': parameter.unit, en: parameter.unit };
  return {
    ...parameter,
    detail: {
      'zh-CN': value === null ? '未设定' : `${value} ${unit['zh-CN']} · ${day} 起`,
      en: value === null ? 'not set' : `${value} ${unit.en} · since ${day}`,
    },
  };
}

function Files({ files }: Pick<Pack, 'files'>) {
  return files.map((file) => (
    <details key={file.path} className="pack-file">
      <summary>{file.path}</summary>
      <pre tabIndex={0} aria-label={file.path}>
        {file.text}
      </pre>
    </details>
  ));
}
