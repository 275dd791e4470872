import { DownOutlined, MoonOutlined, SunOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { changeMode, useDisplay } from '../../platform/web/display.ts';
import { changeLanguage, useSpeech } from '../../platform/web/i18n.ts';
import { type Account, signOut } from '../../platform/web/session.ts';
import { ChangePassword } from './ChangePassword.tsx';

/** Language, display and account, at the end of the header. */
export function AccountControls({ account }: { readonly account: Account }) {
  return (
    <>
      <LanguageSwitch />
      <ModeSwitch />
      <AccountMenu account={account} />
    </>
  );
}

/** Names the other language in itself, so that whoever cannot read this one finds it. */
export function LanguageSwitch() {
  const { language } = useSpeech();
  const other = language === 'zh-CN' ? 'en' : 'zh-CN';
  const name = other === 'en' ? 'English' : '中文';
  return (
    <Button type="text" lang={other} onClick={() => changeLanguage(other)}>
      {name}
    </Button>
  );
}

function ModeSwitch() {
  const { say } = useSpeech();
  const { mode } = useDisplay();
  const other = mode === 'light' ? 'dark' : 'light';
  const label = `${say('shell.mode')}：${say(`shell.${other}`)}`;
  return (
    <Button
      type="text"
      icon={other === 'dark' ? <MoonOutlined /> : <SunOutlined />}
      aria-label={label}
      title={label}
      onClick={() => changeMode(other)}
    />
  );
}

function AccountMenu({ account }: { readonly account: Account }) {
  const { say } = useSpeech();
  const [changing, setChanging] = useState(false);
  const roles = account.roles.map((name) => say(`role.${name}`)).join(' · ');
  const items = [
    { key: 'who', label: roles, disabled: true },
    { type: 'divider' as const },
    { key: 'password', label: say('signIn.change'), onClick: () => setChanging(true) },
    { key: 'out', label: say('shell.signOut'), onClick: () => void signOut() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <Button type="text" aria-label={`${say('shell.account')}：${account.displayName}`}>
          {account.displayName}
          <DownOutlined style={{ fontSize: 10 }} />
        </Button>
      </Dropdown>
      {changing && <ChangePassword onClose={() => setChanging(false)} />}
    </>
  );
}
