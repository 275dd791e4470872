import type { Form, Manifest, Measure, Obligation, Parameter, Words } from '@luoshi/engine';
import { useParams } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { Loaded } from '../../ui/states.tsx';
import { PartList } from './PartList.tsx';
import './packs.css';

/** One version of a pack as people read it: duties, forms, measures and parameters with their sources, and the text. */
export function PackPage() {
  const { hash = '' } = useParams({ strict: false });
  const { pick, say } = useSpeech();
  const found = useAction('packs.get', { hash });
  return (
    <Loaded of={found}>
      {(pack) => {
        const manifest = pack.manifest as Manifest;
        const tabs = [
          {
            key: 'duties',
            label: say('packs.duties'),
            children: <PartList parts={pack.obligations as Obligation[]} />,
          },
          {
            key: 'forms',
            label: say('packs.forms'),
            children: <PartList parts={(pack.forms as Form[]).map(withFields)} />,
          },
          { key: 'measures', label: say('packs.measures'), children: <PartList parts={pack.measures as Measure[]} /> },
          {
            key: 'values',
            label: say('packs.values'),
            children: <PartList parts={(pack.parameters as Parameter[]).map(withValue)} />,
          },
          { key: 'files', label: say('packs.files'), children: <Files files={pack.files} /> },
        ];
        return (
          <Page
            title={pick(manifest.title)}
            lead={`${manifest.version} · ${pick(manifest.authority)} · ${manifest.in_force.from}`}
          >
            <Section>
              <Tabs items={tabs} />
            </Section>
          </Page>
        );
      }}
    </Loaded>
  );
}

const both = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

function withFields(form: Form) {
  const names = (language: keyof Words) => form.fields.map((field) => field.title[language]).join('、');
  return { ...form, detail: both(names('zh-CN'), names('en')) };
}

/** The latest value; a masked one is said to be not set. */
function withValue(parameter: Parameter) {
  const [day, value] = Object.entries(parameter.values).sort(([a], [b]) => b.localeCompare(a))[0] ?? ['', null];
  const said = (none: string) => (value === null ? none : `${value} ${parameter.unit} · ${day}`);
  return { ...parameter, detail: both(said('未设定'), said('not set')) };
}

function Files({ files }: { readonly files: readonly { readonly path: string; readonly text: string }[] }) {
  return (
    <>
      {files.map((file) => (
        <details key={file.path} className="pack-file">
          <summary>{file.path}</summary>
          <pre>{file.text}</pre>
        </details>
      ))}
    </>
  );
}
