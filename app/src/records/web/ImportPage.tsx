import type { Form } from '@luoshi/engine';
import { Link } from '@tanstack/react-router';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { paths } from '../../paths.ts';
import { downloadAddress } from '../../platform/web/client.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useAction } from '../../platform/web/query.ts';
import { Page, Section } from '../../ui/Page.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { base64From } from './base64.ts';
import { type ChosenFile, ImportTrial } from './ImportTrial.tsx';
import './records.css';

/** Excel in three steps: fetch the template, see what a file would do, take it whole or not at all. */
export function ImportPage({ formId }: { readonly formId: string }) {
  const { say } = useSpeech();
  const forms = useAction('records.forms', {});
  return (
    <Loaded of={forms}>
      {({ forms: all }) => {
        const form = all.find((one) => one.form.id === formId)?.form;
        if (!form) return <EmptyState title={say('records.notYours')}>{say('records.notYoursHint')}</EmptyState>;
        return <Steps form={form} />;
      }}
    </Loaded>
  );
}

function Steps({ form }: { readonly form: Form }) {
  const { pick, say } = useSpeech();
  const [file, setFile] = useState<ChosenFile | null>(null);
  return (
    <Page
      title={`${pick(form.title)} · ${say('records.import')}`}
      width="reading"
      lead={say('records.importLead')}
      back={<Link to={paths.enterRecord(form.id)}>‹ {pick(form.title)}</Link>}
    >
      <Section title={say('records.stepTemplate')}>
        <div className="import-steps">
          <Button href={downloadAddress('records.template', { form: form.id, format: 'xlsx' })}>
            {say('records.template')}
          </Button>
        </div>
      </Section>
      <Section title={say('records.stepFile')}>
        <Upload.Dragger
          accept=".xlsx,.csv"
          showUploadList={false}
          beforeUpload={(chosen) => {
            void base64From(chosen).then((content) => setFile({ name: chosen.name, content, id: uuidv7() }));
            return false;
          }}
        >
          <p>{file ? file.name : say('records.chooseFile')}</p>
          {file && <p className="records-when">{say('records.chooseOther')}</p>}
        </Upload.Dragger>
      </Section>
      {file && <ImportTrial key={file.id} form={form.id} file={file} />}
    </Page>
  );
}
