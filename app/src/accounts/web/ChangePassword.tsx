import { Alert, Input, Modal } from 'antd';
import { type FormEvent, useId, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { useActionMutation } from '../../platform/web/query.ts';
import { signOut } from '../../platform/web/session.ts';
import { FormField } from '../../ui/FormField.tsx';
import { wordsOf } from '../../ui/states.tsx';

const EMPTY = { current: '', next: '', again: '' };
type Field = keyof typeof EMPTY;
const FIELDS: readonly Field[] = ['current', 'next', 'again'];

/** One's own password: the old one, the new one twice. Afterwards every device signs in again, this one too. */
export function ChangePassword({ onClose }: { readonly onClose: () => void }) {
  const { say, pick } = useSpeech();
  const form = useId();
  const change = useActionMutation('accounts.change-password');
  const [typed, type] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const differs = typed.next !== typed.again;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!typed.current || !typed.next || differs) return;
    change.mutate({ current: typed.current, next: typed.next }, { onSuccess: () => void signOut() });
  };
  const problem = (field: Field) => {
    if (!tried) return undefined;
    if (!typed[field]) return say('signIn.needPassword');
    return field === 'again' && differs ? say('signIn.differs') : undefined;
  };
  const refused = wordsOf(change.error);
  return (
    <Modal
      open
      title={say('signIn.change')}
      okText={say('signIn.change')}
      okButtonProps={{ htmlType: 'submit', form, loading: change.isPending }}
      onCancel={onClose}
    >
      <form id={form} className="sign-in-form" onSubmit={submit} noValidate>
        <p>{say('signIn.changeLead')}</p>
        {change.error && <Alert type="error" showIcon title={refused ? pick(refused) : say('ui.failedHint')} />}
        {FIELDS.map((field) => (
          <FormField key={field} label={say(`signIn.${field}`)} error={problem(field)}>
            {(binding) => (
              <Input.Password
                {...binding}
                size="large"
                autoComplete={field === 'current' ? 'current-password' : 'new-password'}
                value={typed[field]}
                onChange={(event) => type({ ...typed, [field]: event.target.value })}
              />
            )}
          </FormField>
        ))}
      </form>
    </Modal>
  );
}
