import { Alert, Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useSpeech } from '../../platform/web/i18n.ts';
import { signIn } from '../../platform/web/session.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Seal } from '../../ui/Shell.tsx';
import { wordsOf } from '../../ui/states.tsx';
import { LanguageSwitch } from './AccountControls.tsx';
import './sign-in.css';

interface Attempt {
  readonly username: string;
  readonly password: string;
}

/** User name and password; the server's refusal is shown in its own words. */
export function SignInPage() {
  const { say, pick } = useSpeech();
  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <LanguageSwitch />
      </div>
      <div className="sign-in-card">
        <div className="sign-in-brand">
          <Seal size={40} />
          <div>
            <h1>{say('shell.brand')}</h1>
            <p>{say('signIn.lead')}</p>
          </div>
        </div>
        <SignInForm describe={(error) => pick(wordsOf(error) ?? FAILED)} />
        <p className="sign-in-help">{say('signIn.help')}</p>
      </div>
    </main>
  );
}

const FAILED = { 'zh-CN': '没有成功，请稍后重试。', en: 'That did not work; please try again later.' };

function SignInForm({ describe }: { readonly describe: (error: unknown) => string }) {
  const { say } = useSpeech();
  const [attempt, setAttempt] = useState<Attempt>({ username: '', password: '' });
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!attempt.username.trim() || !attempt.password) return;
    setBusy(true);
    setError(undefined);
    await signIn(attempt.username.trim(), attempt.password).catch(setError);
    setBusy(false);
  };
  const missing = (field: keyof Attempt) => tried && !attempt[field].trim();
  return (
    <form className="sign-in-form" onSubmit={submit} aria-label={say('signIn.title')} noValidate>
      {error !== undefined && <Alert type="error" showIcon title={describe(error)} role="alert" />}
      <FormField label={say('signIn.username')} error={missing('username') ? say('signIn.needUsername') : undefined}>
        {(field) => (
          <Input
            {...field}
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            value={attempt.username}
            onChange={(event) => setAttempt({ ...attempt, username: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={say('signIn.password')} error={missing('password') ? say('signIn.needPassword') : undefined}>
        {(field) => (
          <Input.Password
            {...field}
            size="large"
            autoComplete="current-password"
            value={attempt.password}
            onChange={(event) => setAttempt({ ...attempt, password: event.target.value })}
          />
        )}
      </FormField>
      <Button type="primary" size="large" htmlType="submit" loading={busy} block>
        {say('signIn.submit')}
      </Button>
    </form>
  );
}
