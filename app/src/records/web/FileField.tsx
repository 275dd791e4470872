import type { Field } from '@luoshi/engine';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { wordsOf } from '../../ui/states.tsx';
import { base64From } from './base64.ts';

interface FileFieldProps {
  readonly field: Extract<Field, { type: 'file' }>;
  /** The hash of the stored file. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly id: string;
}

/** Stores a file by its content at once and keeps its hash as the answer. Never compulsory. */
export function FileField({ field, value, onChange, id }: FileFieldProps) {
  const { say, pick } = useSpeech();
  const store = useActionMutation('documents.store');
  const [name, setName] = useState('');
  const send = async (file: File) => {
    const stored = await store.mutateAsync({ file: await base64From(file), name: file.name });
    setName(file.name);
    onChange(stored.sha256);
  };
  return (
    <div className="entry-file">
      <Upload
        id={id}
        {...(field.accept ? { accept: field.accept.join(',') } : {})}
        showUploadList={false}
        beforeUpload={(file) => {
          void send(file).catch(() => undefined);
          return false;
        }}
      >
        <Button loading={store.isPending}>{say(value ? 'records.replaceFile' : 'records.addFile')}</Button>
      </Upload>
      {value && (
        <Button type="link" onClick={() => onChange(null)}>
          {say('records.removeFile', { name })}
        </Button>
      )}
      {store.error && (
        <p className="entry-problem">
          {wordsOf(store.error) ? pick(wordsOf(store.error) ?? never) : say('ui.failedHint')}
        </p>
      )}
    </div>
  );
}

const never = { 'zh-CN': '', en: '' };
