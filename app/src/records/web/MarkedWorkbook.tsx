import { Button } from 'antd';
import { useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { ErrorState } from '../../ui/states.tsx';

interface MarkedWorkbookProps {
  readonly form: string;
  readonly file: string;
  readonly fileName: string;
}

/** Gives the file back with its wrong cells red and the reasons beside them. */
export function MarkedWorkbook(props: MarkedWorkbookProps) {
  const { say } = useSpeech();
  const mark = useActionMutation('records.import-errors');
  const [failed, setFailed] = useState<unknown>(null);
  const fetchIt = () =>
    mark
      .mutateAsync(props)
      .then(({ file, fileName }) => save(file, fileName))
      .catch(setFailed);
  return (
    <>
      <Button loading={mark.isPending} onClick={() => void fetchIt()}>
        {say('records.marked')}
      </Button>
      {failed !== null && <ErrorState error={failed} />}
    </>
  );
}

function save(base64: string, fileName: string): void {
  const link = document.createElement('a');
  link.href = `data:application/octet-stream;base64,${base64}`;
  link.download = fileName;
  link.click();
}
