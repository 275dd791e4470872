import { Link, useLocation } from '@tanstack/react-router';
import { Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useUi } from './UiProvider.tsx';
import './shell.css';

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
}

interface ShellProps {
  readonly brand: string;
  /** Whose house this is, e.g. the jurisdiction. */
  readonly owner?: string | undefined;
  readonly nav: readonly NavItem[];
  /** Controls at the right end of the header: account, language, mode. */
  readonly controls: ReactNode;
  readonly children: ReactNode;
}

/** How many destinations a phone's bottom bar shows before the rest move behind "more". */
const BAR_ITEMS = 4;

/** The frame of every signed-in page: header with navigation, on a phone a bottom bar instead. */
export function Shell({ brand, owner, nav, controls, children }: ShellProps) {
  const { words } = useUi();
  return (
    <div className="shell">
      <a className="shell-skip" href="#content">
        {words.skipToContent}
      </a>
      <header className="shell-header not-on-paper">
        <Link to={nav[0]?.to ?? '/'} className="shell-brand">
          <Seal />
          <span className="shell-brand-name">{brand}</span>
          {owner && <span className="shell-owner">{owner}</span>}
        </Link>
        <nav className="shell-nav" aria-label={words.navigation}>
          {nav.map((item) => (
            <NavLink key={item.to} item={item} className="shell-nav-item" withIcon={false} />
          ))}
        </nav>
        <div className="shell-controls">{controls}</div>
      </header>
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
      <BottomBar nav={nav} controls={controls} />
    </div>
  );
}

function NavLink(props: { item: NavItem; className: string; withIcon: boolean; onClick?: () => void }) {
  const { pathname } = useLocation();
  const here = pathname === props.item.to || pathname.startsWith(`${props.item.to}/`);
  return (
    <Link
      to={props.item.to}
      className={props.className}
      aria-current={here ? 'page' : undefined}
      onClick={props.onClick}
      activeProps={{}}
    >
      {props.withIcon && <span className="shell-icon">{props.item.icon}</span>}
      <span>{props.item.label}</span>
    </Link>
  );
}

function BottomBar({ nav, controls }: { readonly nav: readonly NavItem[]; readonly controls: ReactNode }) {
  const { words } = useUi();
  const [open, setOpen] = useState(false);
  return (
    <nav className="shell-bar not-on-paper" aria-label={words.navigation}>
      {nav.slice(0, BAR_ITEMS).map((item) => (
        <NavLink key={item.to} item={item} className="shell-bar-item" withIcon />
      ))}
      <button type="button" className="shell-bar-item" aria-expanded={open} onClick={() => setOpen(true)}>
        <span className="shell-icon shell-more" aria-hidden>
          ⋯
        </span>
        <span>{words.more}</span>
      </button>
      <Drawer placement="bottom" size="auto" open={open} onClose={() => setOpen(false)} title={words.more}>
        <div className="shell-more-list">
          {nav.slice(BAR_ITEMS).map((item) => (
            <NavLink key={item.to} item={item} className="shell-more-item" withIcon onClick={() => setOpen(false)} />
          ))}
          <div className="shell-more-controls">{controls}</div>
        </div>
      </Drawer>
    </nav>
  );
}

/** The mark: a red seal with a tick. */
export function Seal({ size = 26 }: { readonly size?: number }) {
  return (
    <svg className="shell-seal" width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="5" fill="var(--accent)" />
      <path d="M8 17.2l5.4 5.6L24.4 9.6" fill="none" stroke="#fff" strokeWidth="3.4" strokeLinecap="square" />
    </svg>
  );
}
