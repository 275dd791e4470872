import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from './use-narrow.ts';

interface SidePanelProps {
  readonly open: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Details beside what they belong to; on a phone they cover the screen. */
export function SidePanel({ open, title, onClose, footer, children }: SidePanelProps) {
  const narrow = useNarrow();
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      footer={footer}
      placement={narrow ? 'bottom' : 'right'}
      size={narrow ? '100%' : 520}
      mask={narrow}
      closable={{ placement: 'end' }}
      styles={{ body: { padding: narrow ? 14 : 20 }, header: { padding: '10px 16px' } }}
    >
      {children}
    </Drawer>
  );
}
